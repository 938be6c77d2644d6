package dev.greengraph.http.graphiql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the GraphiQL page. */
@ConfigMapping(prefix = "greengraph.graphiql")
public interface GraphiqlConfig {

    /**
     * Whether the page is served at {@code /graphiql}, with a redirect from {@code /}. If not, both answer 404.
     *
     * <p>Read when the process starts. The page itself holds no secret and asks {@code /graphql} as any caller does.
     */
    @WithDefault("false")
    boolean enabled();
}
