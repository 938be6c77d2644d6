package dev.greengraph.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.greengraph.graphql.error.AnswerTooLarge;
import dev.greengraph.graphql.error.DeadlinePassed;
import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Late fields fail, as do those of an answer with too many values; the other fields are answered. */
class BoundedStrategyTest {

    private static final String SCHEMA = "type Query { now: String slow: String! box: Box list: [String] }"
            + " type Box { slow: String now: String page(first: Int! = 5): String sure(first: Int! = 5): String! }";

    private final Map<String, CompletableFuture<String>> pending = new HashMap<>();
    private final AtomicLong nanos = new AtomicLong();
    private long mostValues = 1_000;
    private final Deadline deadline = new Deadline(Duration.ofNanos(10), nanos::get);

    @Test
    void answersWhatIsThereAndTellsWhatIsNot() {
        CompletableFuture<ExecutionResult> answer = ask("{ now a: slow box { now b: slow } }");
        assertFalse(answer.isDone());

        deadline.pass();

        ExecutionResult result = answer.getNow(null);
        assertEquals(2, result.getErrors().size());
        result.getErrors().forEach(error -> {
            ExceptionWhileDataFetching late = assertInstanceOf(ExceptionWhileDataFetching.class, error);
            assertInstanceOf(DeadlinePassed.class, late.getException());
        });
        assertEquals(
                Set.of(List.of("a"), List.of("box", "b")),
                result.getErrors().stream().map(GraphQLError::getPath).collect(Collectors.toSet()));
    }

    @Test
    void keepsTheSiblingsOfALateField() {
        CompletableFuture<ExecutionResult> answer = ask("{ now box { now a: slow b: slow } }");
        pending.get("b").complete("in time");

        deadline.pass();

        Map<String, Object> box = new HashMap<>(Map.of("now", "there", "b", "in time"));
        box.put("a", null);
        assertEquals(
                Map.of("now", "there", "box", box),
                answer.getNow(null).toSpecification().get("data"));
        assertEquals(1, answer.getNow(null).getErrors().size());
    }

    @Test
    void doesNotTouchWhatIsInTime() {
        CompletableFuture<ExecutionResult> answer = ask("{ a: slow }");
        pending.get("a").complete("in time");
        deadline.pass();

        assertEquals(Map.of("data", Map.of("a", "in time")), answer.getNow(null).toSpecification());
    }

    @Test
    void keepsTheFailureOfAField() {
        CompletableFuture<ExecutionResult> answer = ask("{ box { a: slow } }");
        pending.get("a").completeExceptionally(new IllegalStateException("its own"));
        deadline.pass();

        ExecutionResult result = answer.getNow(null);
        assertEquals(1, result.getErrors().size());
        assertEquals(
                "its own",
                ((ExceptionWhileDataFetching) result.getErrors().get(0))
                        .getException()
                        .getMessage());
    }

    @Test
    void waitsForNothingOnceTimeIsOver() {
        deadline.pass();

        ExecutionResult result = ask("{ now box { slow } }").getNow(null);

        assertEquals(List.of("box", "slow"), result.getErrors().get(0).getPath());
    }

    /** A query that is busy all the time lets no timer tell it that its time is over. */
    @Test
    void beginsNothingMoreWhenAllTimeIsOver() {
        nanos.set(11);

        ExecutionResult result = ask("{ now box { slow } }").getNow(null);

        assertEquals(
                Set.of(List.of("now"), List.of("box")),
                result.getErrors().stream().map(GraphQLError::getPath).collect(Collectors.toSet()));
    }

    /** A list is one value, and so is each of its entries. */
    @Test
    void beginsNoFieldOnceTheAnswerHasTooManyValues() {
        mostValues = 4;
        assertEquals(0, ask("{ list }").getNow(null).getErrors().size());

        ExecutionResult result = ask("{ list now b: now }").getNow(null);

        Map<String, Object> data = new HashMap<>(Map.of("list", List.of("a", "b", "c")));
        data.put("now", null);
        data.put("b", null);
        assertEquals(data, result.toSpecification().get("data"));
        assertEquals(2, result.getErrors().size());
        ExceptionWhileDataFetching error = assertInstanceOf(
                ExceptionWhileDataFetching.class, result.getErrors().get(0));
        assertInstanceOf(AnswerTooLarge.class, error.getException());
    }

    /** A variable of null in the place of a default is noticed when the field is resolved. */
    @Test
    void nullsTheFieldWhoseArgumentIsNull() {
        ExecutionResult result = askWithNull("query($n: Int) { now box { now page(first: $n) } }");

        Map<String, Object> box = new HashMap<>(Map.of("now", "there"));
        box.put("page", null);
        assertEquals(
                Map.of("now", "there", "box", box), result.toSpecification().get("data"));
        assertEquals(
                List.of(List.of("box", "page")),
                result.getErrors().stream().map(GraphQLError::getPath).toList());
    }

    @Test
    void nullsTheNearestParentThatMayBeNull() {
        ExecutionResult result = askWithNull("query($n: Int) { now box { now sure(first: $n) } }");

        Map<String, Object> data = new HashMap<>(Map.of("now", "there"));
        data.put("box", null);
        assertEquals(data, result.toSpecification().get("data"));
        assertEquals(
                List.of(List.of("box", "sure")),
                result.getErrors().stream().map(GraphQLError::getPath).toList());
    }

    private ExecutionResult askWithNull(String query) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("n", null);
        return engine().executeAsync(ExecutionInput.newExecutionInput(query).variables(variables))
                .getNow(null);
    }

    private CompletableFuture<ExecutionResult> ask(String query) {
        return engine().executeAsync(
                        ExecutionInput.newExecutionInput(query).graphQLContext(Map.of(Deadline.KEY, deadline)));
    }

    private GraphQL engine() {
        DataFetcher<Object> slow = environment ->
                pending.computeIfAbsent(environment.getField().getResultKey(), name -> new CompletableFuture<>());
        DataFetcher<Object> now = environment -> "there";
        DataFetcher<Object> page = environment -> "first " + environment.getArgument("first");
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .type(
                        "Query",
                        type -> type.dataFetcher("slow", slow)
                                .dataFetcher("now", now)
                                .dataFetcher("list", environment -> List.of("a", "b", "c"))
                                .dataFetcher("box", environment -> Map.of()))
                .type(
                        "Box",
                        type -> type.dataFetcher("slow", slow)
                                .dataFetcher("now", now)
                                .dataFetcher("page", page)
                                .dataFetcher("sure", page))
                .build();
        GraphQLSchema schema = new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SCHEMA), wiring);
        return GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(new BoundedStrategy(mostValues, Long.MAX_VALUE))
                .build();
    }
}
