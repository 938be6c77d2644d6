package dev.greengraph.graphql.compiled;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.ExecutionContext;
import graphql.language.Document;

/** What was compiled of each known document: kept as long as its tree is, which admission bounds. */
public final class CompiledAnswers {

    private final Cache<Document, CompiledDocument> documents =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build();

    /**
     * Begins an execution.
     *
     * @param maxBytes most bytes of compiled values; the engine completes the rest
     */
    public CompiledExecution begin(ExecutionContext context, long maxBytes) {
        CompiledDocument document = documents.get(context.getDocument(), CompiledDocument::new);
        return new CompiledExecution(document.selections(context), new ResolverCalls(context), maxBytes);
    }
}
