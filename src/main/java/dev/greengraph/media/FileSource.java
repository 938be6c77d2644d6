package dev.greengraph.media;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What the upstream says of the file of one entry. A call is made only if what is held does not do. */
sealed interface FileSource permits MessageFile, StatusFile {

    /**
     * An address that should work.
     *
     * <p>Fails with {@link MediaFailure}, or as a call does.
     */
    Uni<StorageLink> link();

    /** Another one than that, which does not work any more; fails as {@link #link}. */
    Uni<StorageLink> linkInsteadOf(StorageLink dead);

    /** What the file is called, as far as that is held. */
    Optional<String> name();

    /** Base64 of the small picture; nothing if there is none. Fails as a call does. */
    Uni<Optional<String>> thumbnail();
}
