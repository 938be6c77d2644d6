package dev.greengraph.admission;

import dev.greengraph.graphql.error.Refusal;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The engine's way to a document: only through admission, whatever door the request came by. */
final class AdmittedDocuments implements PreparsedDocumentProvider {

    /** Behind another door than ours no caller is known, and so none may read an account. */
    private static final int NO_ACCOUNTS = 0;

    private final Admission admission;
    private final PreparsedDocumentProvider parsed;

    AdmittedDocuments(Admission admission, PreparsedDocumentProvider parsed) {
        this.admission = admission;
        this.parsed = parsed;
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        if (!input.getQuery().equals(input.getGraphQLContext().get(Admitted.TEXT))) {
            try {
                admission.check(input.getQuery(), input.getOperationName(), input.getVariables(), NO_ACCOUNTS);
            } catch (Refusal refused) {
                return CompletableFuture.completedFuture(new PreparsedDocumentEntry(error(refused)));
            }
        }
        return parsed.getDocumentAsync(input, parseAndValidate);
    }

    private static GraphQLError error(Refusal refused) {
        Map<String, Object> extensions = new HashMap<>(refused.details());
        extensions.put("code", refused.code().name());
        return GraphqlErrorBuilder.newError()
                .message(refused.text().replace("%", "%%"))
                .extensions(extensions)
                .build();
    }
}
