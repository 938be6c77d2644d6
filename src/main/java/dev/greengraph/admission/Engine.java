package dev.greengraph.admission;

import dev.greengraph.admission.contract.PublishedSchema;
import dev.greengraph.admission.document.DocumentLimits;
import dev.greengraph.admission.document.ExaminedDocument.Measured;
import dev.greengraph.admission.document.ExaminedDocument.Unparseable;
import dev.greengraph.graphql.argument.VariableCheck;
import dev.greengraph.graphql.error.Refusal;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.execution.ExecutionId;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.execution.context.SmallRyeContext;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Executes admitted operations: the schema and the data fetchers are SmallRye's, documents and strategy ours.
 *
 * <p>Not SmallRye's {@code ExecutionService}: it parses each document again, to find out which operations it has, before it
 * asks the engine.
 */
@Singleton
public class Engine {

    private final GraphQL engine;
    private final AtomicLong operations = new AtomicLong();

    Engine(GraphQLSchema schema, Schema model, PublishedSchema published, DocumentLimits limits, Admission admission) {
        if (!model.getBatchOperations().isEmpty()) {
            throw new IllegalStateException("fields of many parents need data loaders: " + model.getBatchOperations());
        }
        this.engine = EngineSetup.setUp(GraphQL.newGraphQL(schema), schema, published, limits, admission)
                .build();
    }

    /**
     * Starts the execution; fails with {@link Refusal} if its plan does. Fails as the future does if something unexpected
     * happens; what is wrong with the document or its variables is in the result.
     *
     * @param context what the data fetchers find in the engine's context
     */
    public CompletableFuture<ExecutionResult> execute(Admitted admitted, Map<String, Object> context) {
        admitted.plan();
        ExecutionInput.Builder input = ExecutionInput.newExecutionInput(admitted.text())
                .executionId(ExecutionId.from(Long.toString(operations.incrementAndGet())))
                .locale(Locale.ROOT)
                .graphQLContext(context);
        SmallRyeContext request = new SmallRyeContext(Engine.class.getName());
        request.setRequest(admitted.request());
        Map<String, Object> variables = request.getVariables().orElse(Map.of());
        input.variables(variables);
        admitted.operationName().ifPresent(input::operationName);
        ExecutionInput operation = input.build();
        operation.getGraphQLContext().put(AdmittedDocuments.DOCUMENT, admitted.document());
        operation.getGraphQLContext().put(SmallRyeContextManager.CONTEXT, request);
        SmallRyeContextManager.restore(request);
        return engine.executeAsync(operation).thenApply(result -> explained(result, admitted, variables));
    }

    /** What is wrong with the document; nothing is executed. */
    public List<GraphQLError> faults(Admitted admitted) {
        return admitted.document() instanceof Measured document
                ? List.copyOf(ParseAndValidate.validate(
                        engine.getGraphQLSchema(), document.document().tree(), Locale.ROOT))
                : List.of(((Unparseable) admitted.document()).error());
    }

    /** The same result; if a variable was refused, in our own words. */
    private ExecutionResult explained(ExecutionResult result, Admitted admitted, Map<String, Object> variables) {
        return admitted.document() instanceof Measured document
                        && !result.isDataPresent()
                        && result.getErrors().stream().anyMatch(VariableCheck::isAbout)
                ? VariableCheck.misfit(engine.getGraphQLSchema(), operation(document, admitted), variables)
                        .map(error -> ExecutionResult.newExecutionResult()
                                .addError(error)
                                .build())
                        .orElse(result)
                : result;
    }

    /** The one whose variables were refused: the engine knew which one was meant. */
    private static OperationDefinition operation(Measured document, Admitted admitted) {
        return document.candidates(admitted.operationName().orElse(null)).get(0);
    }
}
