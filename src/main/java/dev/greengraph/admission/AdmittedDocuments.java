package dev.greengraph.admission;

import dev.greengraph.admission.document.ExaminedDocument;
import dev.greengraph.admission.document.ExaminedDocument.Measured;
import dev.greengraph.admission.document.ExaminedDocument.Unparseable;
import dev.greengraph.graphql.PreparedDocument;
import dev.greengraph.graphql.error.Refusal;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.ParseAndValidate;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The engine's way to a document: only through admission, whatever door the request came by. The tree is the one that was
 * examined, and it is validated once.
 */
final class AdmittedDocuments implements PreparsedDocumentProvider {

    /** Where {@link Engine} puts the examined document of an admitted request into the engine's context. */
    static final String DOCUMENT = ExaminedDocument.class.getName();

    /** Behind another door than ours no caller is known, and so none may read an account. */
    private static final int NO_ACCOUNTS = 0;

    private final Admission admission;
    private final GraphQLSchema schema;

    AdmittedDocuments(Admission admission, GraphQLSchema schema) {
        this.admission = admission;
        this.schema = schema;
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        try {
            return CompletableFuture.completedFuture(entry(input, examined(input)));
        } catch (Refusal refused) {
            return CompletableFuture.completedFuture(new PreparsedDocumentEntry(error(refused)));
        }
    }

    private ExaminedDocument examined(ExecutionInput input) {
        ExaminedDocument admitted = input.getGraphQLContext().get(DOCUMENT);
        return admitted != null
                ? admitted
                : admission.check(input.getQuery(), input.getOperationName(), input.getVariables(), NO_ACCOUNTS);
    }

    private PreparsedDocumentEntry entry(ExecutionInput input, ExaminedDocument examined) {
        if (examined instanceof Measured measured) {
            input.getGraphQLContext().put(PreparedDocument.KEY, measured.document());
            return measured.document().derived(PreparsedDocumentEntry.class, this::validated);
        }
        return new PreparsedDocumentEntry(((Unparseable) examined).error());
    }

    private PreparsedDocumentEntry validated(Document document) {
        return new PreparsedDocumentEntry(document, ParseAndValidate.validate(schema, document, Locale.ROOT));
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
