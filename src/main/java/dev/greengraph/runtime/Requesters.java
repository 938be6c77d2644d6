package dev.greengraph.runtime;

import dev.greengraph.gate.turn.Priority;
import dev.greengraph.gate.turn.Requester;
import dev.greengraph.gate.turn.SharesConfig;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The requesters whom the settings name, and all others. */
@Singleton
public class Requesters {

    private final Optional<String> header;
    private final Map<String, Requester> named;

    Requesters(SharesConfig config) {
        this.header = config.header();
        this.named = config.callers().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> new Requester(
                                entry.getKey(),
                                entry.getKey(),
                                entry.getValue().weight(),
                                Priority.of(entry.getValue().priority()))));
    }

    /** The header that names whom a request is for, if the settings say one. */
    public Optional<String> header() {
        return header;
    }

    /** Whom a request of that name is for. */
    public Requester of(String name) {
        Requester known = named.get(name);
        return known == null ? Requester.unnamed(name) : known;
    }
}
