package dev.greengraph.admission.stored;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Automatic persisted queries: callers register a document by its hash and then send the hash alone. */
@ConfigMapping(prefix = "greengraph.persisted-queries")
public interface PersistedQueriesConfig {

    /** Whether callers may register documents; if not, a hash alone is answered with PERSISTED_QUERY_NOT_SUPPORTED. */
    @WithDefault("true")
    boolean automatic();

    /** Most memory for registered documents; each counts as 1 KB at least. */
    @WithDefault("8M")
    MemorySize maxMemory();
}
