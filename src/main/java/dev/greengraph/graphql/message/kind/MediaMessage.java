package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.message.content.MediaFile;
import dev.greengraph.graphql.node.Node;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

@Description("A message that carries a file.")
public sealed interface MediaMessage extends Message, Node
        permits ImageMessage, VideoMessage, DocumentMessage, AudioMessage, StickerMessage {

    /** The file. */
    @Ignore
    MediaFile file();

    @Query
    @Description(
            "Where the file can be had. Expires; null where the upstream gives none (too large, or not loaded yet).")
    default @Nullable String downloadUrl() {
        return file().downloadUrl();
    }

    @Query
    @Description("The text beside the file; null if there is none.")
    default @Nullable String caption() {
        return file().caption();
    }

    @Query
    @Description("The name of the file; reliable for documents, else often made up by the upstream.")
    default @Nullable String fileName() {
        return file().fileName();
    }

    @Query
    @Description("The type of the file, maybe with parameters, such as audio/ogg; codecs=opus.")
    default @Nullable String mimeType() {
        return file().mimeType();
    }

    @Query
    @Description(
            "Base64 of a small preview: JPEG, on MAX usually WebP. Can be several kB each: ask for it only when you show it.")
    default @Nullable String thumbnail() {
        return file().thumbnail();
    }

    @Query
    @Name("isAnimated")
    @Description("Whether it moves; null where the upstream does not say.")
    default @Nullable Boolean isAnimated() {
        return file().isAnimated();
    }
}
