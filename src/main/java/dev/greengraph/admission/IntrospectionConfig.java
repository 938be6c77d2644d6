package dev.greengraph.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether callers may ask for the schema. */
@ConfigMapping(prefix = "greengraph.introspection")
public interface IntrospectionConfig {

    /**
     * Whether {@code __schema} and {@code __type} are answered; {@code __typename} always is. If not, they are answered
     * with 400 and INTROSPECTION_DISABLED. Decided when the process starts, in a native image too.
     */
    @WithDefault("false")
    boolean enabled();
}
