package dev.greengraph.admission.stored;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Trusted documents: the operations that the operator allows, and no others. */
@ConfigMapping(prefix = "greengraph.trusted-documents")
public interface TrustedDocumentsConfig {

    /**
     * A JSON file of the allowed operations: Apollo's persisted query manifest, or an object of ids and documents.
     * Without it every document within the limits is allowed. A file that cannot be used stops the start.
     */
    Optional<Path> manifest();

    /** Only says what each of them could cost, and ends: with 0, or with 1 if one is refused. For the pipeline of a frontend. */
    @WithDefault("false")
    boolean reportOnly();
}
