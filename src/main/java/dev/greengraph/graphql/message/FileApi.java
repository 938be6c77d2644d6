package dev.greengraph.graphql.message;

import dev.greengraph.graphql.cost.Cost;
import dev.greengraph.graphql.cost.Reads;
import dev.greengraph.graphql.message.content.UnavailableReason;
import dev.greengraph.graphql.message.kind.MediaMessage;
import dev.greengraph.graphql.property.Held;
import dev.greengraph.media.address.FileId;
import dev.greengraph.media.address.FileId.OfMessage;
import dev.greengraph.media.address.FileId.Part;
import dev.greengraph.media.address.FileUrls;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Where the gateway itself serves the file of a message. */
@GraphQLApi
public class FileApi {

    private final FileUrls urls;

    FileApi(FileUrls urls) {
        this.urls = urls;
    }

    @Description(
            "Where the gateway serves the file: an address for img, video, audio and links that works for an hour or two without"
                    + " credentials, and with those of a caller at any time. It costs no upstream call; loading it may cost one, of downloadFile."
                    + " Null where the upstream has no file (too large), or the gateway serves none.")
    @Held
    @Cost(Reads.NOTHING)
    public Uni<String> fileUrl(@Source @Name("message") MediaMessage message) {
        boolean isAbsent = message.unavailable() == UnavailableReason.FILE_TOO_LARGE;
        return Uni.createFrom().item(isAbsent ? null : url(message, Part.FILE));
    }

    @Description(
            "Where the gateway serves the small preview, as fileUrl; null if the message has none. Loading it costs no upstream call"
                    + " while the message is held.")
    @Held
    @Cost(Reads.NOTHING)
    public Uni<String> thumbnailUrl(@Source @Name("message") MediaMessage message) {
        boolean isAbsent = message.thumbnail() == null || message.thumbnail().isEmpty();
        return Uni.createFrom().item(isAbsent ? null : url(message, Part.THUMBNAIL));
    }

    private @Nullable String url(MediaMessage message, Part part) {
        String id = message.messageId();
        return id == null
                ? null
                : urls.of(new FileId(
                        message.chat().account(),
                        new OfMessage(message.chat().upstreamId().value(), id),
                        part));
    }
}
