package dev.greengraph.graphql.status.sent;

import dev.greengraph.graphql.cost.Cost;
import dev.greengraph.graphql.cost.Reads;
import dev.greengraph.graphql.property.Held;
import dev.greengraph.media.address.FileId;
import dev.greengraph.media.address.FileId.OfSentStatus;
import dev.greengraph.media.address.FileId.Part;
import dev.greengraph.media.address.FileUrls;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Where the gateway itself serves the file of a status that the account sent. */
@GraphQLApi
public class OutgoingStatusFileApi {

    private final FileUrls urls;

    OutgoingStatusFileApi(FileUrls urls) {
        this.urls = urls;
    }

    @Description(
            "Where the gateway serves the file: an address for img, video, audio and links that works for an hour or two without"
                    + " credentials, and with those of a caller at any time. It costs no upstream call; loading it may cost one, of getOutgoingStatuses."
                    + " Null where downloadUrl is, or the gateway serves none.")
    @Held
    @Cost(Reads.NOTHING)
    public Uni<String> fileUrl(@Source @Name("outgoingStatus") OutgoingStatus status) {
        return Uni.createFrom().item(status.downloadUrl() == null ? null : url(status, Part.FILE));
    }

    @Description(
            "Where the gateway serves the small preview, as fileUrl; null if the status has none. Loading it costs no upstream call"
                    + " while the list of statuses is held.")
    @Held
    @Cost(Reads.NOTHING)
    public Uni<String> thumbnailUrl(@Source @Name("outgoingStatus") OutgoingStatus status) {
        String preview = status.thumbnail();
        return Uni.createFrom().item(preview == null || preview.isEmpty() ? null : url(status, Part.THUMBNAIL));
    }

    private @Nullable String url(OutgoingStatus status, Part part) {
        OfSentStatus entry = new OfSentStatus(status.statusId(), status.sentAt().getEpochSecond());
        return urls.of(new FileId(status.account(), entry, part));
    }
}
