package dev.greengraph.graphql.status;

import dev.greengraph.graphql.node.Node;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

@Description("A status that carries a file.")
public sealed interface MediaStatus extends Status, Node permits ImageStatus, VideoStatus, AudioStatus {

    /** The file. */
    @Ignore
    StatusFile file();

    @Query
    @Description("Where the file can be had. Expires; null where the upstream gives none.")
    default @Nullable String downloadUrl() {
        return file().downloadUrl();
    }

    @Query
    @Description("The text beside the file; null if there is none.")
    default @Nullable String caption() {
        return file().caption();
    }

    @Query
    @Description("A name for the file; may differ from the one in downloadUrl.")
    default @Nullable String fileName() {
        return file().fileName();
    }

    @Query
    @Description("The type of the file, maybe with parameters.")
    default @Nullable String mimeType() {
        return file().mimeType();
    }

    @Query
    @Description("Base64 of a small preview, JPEG. Ask for it only when you show it.")
    default @Nullable String thumbnail() {
        return file().thumbnail();
    }
}
