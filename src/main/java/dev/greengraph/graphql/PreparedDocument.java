package dev.greengraph.graphql;

import graphql.language.Document;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A document, parsed once, and what was derived from it, made once: for all requests that send its text, as long as
 * admission knows it. Travels in the engine's context under {@link #KEY}.
 */
public final class PreparedDocument {

    /** Its name in the engine's context. */
    public static final String KEY = PreparedDocument.class.getName();

    private final Document tree;
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    /** @param tree the parsed document, which nobody changes */
    public PreparedDocument(Document tree) {
        this.tree = tree;
    }

    /** The parsed document: the same object for the same text. */
    public Document tree() {
        return tree;
    }

    /**
     * What was derived from the document; the first who asks makes it.
     *
     * @param type of what is derived, one of a kind for a document
     * @param make must not ask for another derivation
     */
    public <T> T derived(Class<T> type, Function<Document, T> make) {
        return type.cast(derived.computeIfAbsent(type, ignored -> make.apply(tree)));
    }
}
