package dev.greengraph.graphql.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greengraph.account.Accounts;
import dev.greengraph.graphql.BoundedStrategy;
import dev.greengraph.graphql.PreparedDocument;
import dev.greengraph.graphql.account.AccountView;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.graphql.execution.error.ExceptionHandler;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Compiled selections answer byte for byte what the plain engine does. */
@QuarkusTest
class CompiledDocumentTest {

    /** {@code -Dcompiled.documents=100000} for a long run. */
    private static final int DOCUMENTS = Integer.getInteger("compiled.documents", 300);

    private static final int EXECUTIONS = 4;

    private final Map<String, PreparsedDocumentEntry> parsed = new HashMap<>();
    private final Map<String, PreparedDocument> prepared = new HashMap<>();

    @Inject
    GraphQLSchema served;

    @Inject
    Accounts accounts;

    @Inject
    ObjectMapper json;

    @Test
    void answersWhatThePlainEngineDoes() throws JsonProcessingException {
        GraphQLSchema schema =
                SampleGraph.of(served, new AccountView(accounts.all().iterator().next()));
        GraphQL plain = engine(schema, new AsyncExecutionStrategy(new ExceptionHandler()));
        GraphQL compiled = engine(schema, new BoundedStrategy(Long.MAX_VALUE, Long.MAX_VALUE));
        int valid = 0;
        for (long seed = 0; seed < DOCUMENTS; seed++) {
            String query = RandomQuery.text(schema, seed);
            parsed.clear();
            prepared.clear();
            Random random = new Random(seed);
            for (int i = 0; i < EXECUTIONS; i++) {
                Map<String, Object> variables = RandomQuery.variables(random);
                long data = random.nextLong();
                String expected = answer(plain, query, variables, data);
                valid += expected.contains("\"data\"") ? 1 : 0;
                assertEquals(
                        "", difference(expected, answer(compiled, query, variables, data)), () -> query + variables);
            }
        }
        assertTrue(valid > DOCUMENTS * EXECUTIONS * 0.6, "most documents are valid, but only " + valid);
    }

    /** Where two answers part; empty if they are equal. */
    private static String difference(String expected, String actual) {
        if (expected.equals(actual)) {
            return "";
        }
        int at = 0;
        while (at < Math.min(expected.length(), actual.length()) && expected.charAt(at) == actual.charAt(at)) {
            at++;
        }
        return from(expected, at) + " became " + from(actual, at);
    }

    private static String from(String text, int at) {
        return text.substring(Math.max(0, at - 100), Math.min(text.length(), at + 100));
    }

    private String answer(GraphQL engine, String query, Map<String, Object> variables, long data)
            throws JsonProcessingException {
        ExecutionResult result = engine.execute(ExecutionInput.newExecutionInput(query)
                .variables(variables)
                .graphQLContext(Map.of(SampleGraph.SEED, data)));
        return new String(json.writeValueAsBytes(result.toSpecification()), StandardCharsets.UTF_8);
    }

    private GraphQL engine(GraphQLSchema schema, AsyncExecutionStrategy strategy) {
        PreparsedDocumentProvider once = (input, parse) ->
                CompletableFuture.completedFuture(parsed.computeIfAbsent(input.getQuery(), text -> parse.apply(input)));
        return GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(strategy)
                .preparsedDocumentProvider(once)
                .build();
    }
}
