package dev.greengraph.gate.turn;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;

/** How the turns of a scarce upstream are shared between callers who wait for one. */
@ConfigMapping(prefix = "greengraph.shares")
public interface SharesConfig {

    /**
     * A request header that names whom a request is for, such as a tenant; set by who may be trusted, such as a proxy. Without
     * it, or where a request has none, it is the caller: the owner of an API key, or a token's principal.
     */
    Optional<String> header();

    /** What differs for single ones, by their names. */
    Map<String, ShareConfig> callers();

    /** What one of them gets. */
    interface ShareConfig {

        /** How many turns it gets for each turn of another while both wait. */
        @WithDefault("1")
        double weight();

        /** Its class: {@code high}, {@code normal} or {@code low}. While one of a higher class waits, none of a lower one gets a turn. */
        @WithDefault("normal")
        String priority();
    }
}
