package dev.greengraph.graphql.compiled;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.Reading;
import dev.greengraph.cache.directory.Directory;
import dev.greengraph.cache.window.Window;
import dev.greengraph.graphql.account.EndpointFailure;
import dev.greengraph.graphql.account.EndpointState;
import dev.greengraph.graphql.account.EndpointView;
import dev.greengraph.graphql.account.ExceededQuota;
import dev.greengraph.graphql.account.QuotaLimit;
import dev.greengraph.graphql.argument.Span;
import dev.greengraph.graphql.chat.ChatListMapping;
import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.message.ConnectionMapping;
import dev.greengraph.graphql.message.MessageConnection;
import dev.greengraph.graphql.message.MessageEdge;
import dev.greengraph.graphql.message.content.Envelope;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.kind.TextMessage;
import dev.greengraph.graphql.message.mapping.MessageMapping;
import dev.greengraph.graphql.participant.AnswerMapping;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.graphql.participant.ChatListReading;
import dev.greengraph.graphql.property.PropertyFetcher;
import dev.greengraph.graphql.status.StatusMapping;
import dev.greengraph.testsupport.Samples;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.MessageRow;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The served schema over samples in memory. What a resolver gives follows from a seed and its path: a value, a future of
 * one, null, or a failure; some messages lack what they must have.
 */
final class SampleGraph {

    /** Where the seed of an execution lies in the engine's context. */
    static final String SEED = "seed";

    private static final AccountId ACCOUNT = new AccountId("sales");
    private static final List<MessageRow> MESSAGES = Stream.of(
                    "last-incoming-messages/whatsapp-every-kind",
                    "last-incoming-messages/max-two-chats",
                    "last-outgoing-messages/whatsapp-every-delivery",
                    "get-chat-history/whatsapp-group-with-every-kind",
                    "get-chat-history/max-group")
            .flatMap(name -> Samples.rows(name).rows().stream())
            .filter(MessageRow::isComplete)
            .toList();
    private static final Reading<Window> INCOMING =
            Samples.reading(Samples.rows("last-incoming-messages/whatsapp-every-kind"));
    private static final Reading<Window> STATUSES =
            Samples.reading(Samples.rows("get-incoming-statuses/whatsapp-every-kind"));

    private static final Map<String, Function<Random, Object>> VALUES = Map.of(
            "Chat", random -> new Chat(ACCOUNT, new ChatId("70000001001@c.us")),
            "ChatConnection",
                    random -> ChatListMapping.page(
                            ACCOUNT,
                            "chats",
                            null,
                            5,
                            null,
                            ChatListReading.of(
                                    Span.day(), INCOMING, () -> List.of(INCOMING.value()), () -> Directory.EMPTY)),
            "Message", SampleGraph::message,
            "MessageConnection", SampleGraph::messages,
            "Node",
                    random ->
                            random.nextBoolean() ? message(random) : new Chat(ACCOUNT, new ChatId("70000001001@c.us")),
            "StatusConnection",
                    random -> StatusMapping.page(
                            new AnswerMapping(ACCOUNT, List::of),
                            "s",
                            STATUSES,
                            new StatusMapping.Wanted(null, Span.day(), 50, null)),
            "EndpointState",
                    random -> new EndpointState(
                            EndpointView.values()[0],
                            random.nextInt(5) == 0 ? Double.NaN : random.nextDouble(),
                            random.nextInt(),
                            -1,
                            random.nextBoolean() ? null : Instant.ofEpochMilli(random.nextLong()),
                            new EndpointFailure(ErrorCode.UPSTREAM_TIMEOUT, Instant.EPOCH),
                            random.nextBoolean()
                                    ? null
                                    : new ExceededQuota(
                                            Instant.EPOCH,
                                            Instant.EPOCH,
                                            new QuotaLimit(random.nextInt(), 0, random.nextBoolean()),
                                            null)),
            "String", random -> "\u0001 \"\\ 😀 ü" + (random.nextInt(5) == 0 ? "\uD83D" : ""));

    private SampleGraph() {}

    /** The schema with every resolver replaced. */
    static GraphQLSchema of(GraphQLSchema served, Object account) {
        GraphQLCodeRegistry code = served.getCodeRegistry().transform(registry -> {
            for (GraphQLNamedType type : served.getAllTypesAsList()) {
                if (type instanceof GraphQLObjectType object && !type.getName().startsWith("__")) {
                    object.getFieldDefinitions().forEach(field -> replace(served, registry, object, field, account));
                }
            }
        });
        return served.transformWithoutTypes(copy -> copy.codeRegistry(code));
    }

    private static void replace(
            GraphQLSchema served,
            GraphQLCodeRegistry.Builder registry,
            GraphQLObjectType type,
            GraphQLFieldDefinition field,
            Object account) {
        FieldCoordinates place = FieldCoordinates.coordinates(type.getName(), field.getName());
        if (!(served.getCodeRegistry().getDataFetcher(place, field) instanceof PropertyFetcher)) {
            String name = ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType())).getName();
            Function<Random, Object> one = name.equals("Account") ? random -> account : VALUES.get(name);
            boolean isList = GraphQLTypeUtil.unwrapNonNull(field.getType()) instanceof GraphQLList;
            DataFetcher<Object> fetcher = environment -> fetch(environment, Objects.requireNonNull(one, name), isList);
            registry.dataFetcher(place, fetcher);
        }
    }

    private static Object fetch(DataFetchingEnvironment environment, Function<Random, Object> one, boolean isList) {
        long seed = environment.getGraphQlContext().get(SEED);
        Random random = new Random(
                seed ^ environment.getExecutionStepInfo().getPath().toString().hashCode());
        Object value = isList ? List.of(one.apply(random), one.apply(random)) : one.apply(random);
        int chance = random.nextInt(20);
        if (chance == 0) {
            return null;
        }
        if (chance == 1) {
            throw new IllegalStateException("fails");
        }
        return chance < 5 ? CompletableFuture.completedFuture(value) : value;
    }

    private static Message message(Random random) {
        Message message =
                MessageMapping.of(new AnswerMapping(ACCOUNT, List::of), MESSAGES.get(random.nextInt(MESSAGES.size())));
        return random.nextInt(15) > 0 ? message : new TextMessage(lacking(message.envelope(), random.nextInt(6)));
    }

    /** An envelope whose methods now and then give null or fail. */
    private static Envelope lacking(Envelope whole, int which) {
        return (Envelope) Proxy.newProxyInstance(
                SampleGraph.class.getClassLoader(), new Class<?>[] {Envelope.class}, (proxy, method, arguments) -> {
                    if (Math.floorMod(method.getName().hashCode(), 6) == which) {
                        if (method.getReturnType().isPrimitive() || which == 5) {
                            throw new IllegalStateException("property fails");
                        }
                        return null;
                    }
                    try {
                        return method.invoke(whole, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private static MessageConnection messages(Random random) {
        MessageConnection page = ConnectionMapping.of(
                        new AnswerMapping(ACCOUNT, List::of), "messages", null, Span.day(), 50, null)
                .page(INCOMING);
        if (random.nextInt(3) > 0) {
            return page;
        }
        List<Message> nodes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            nodes.add(message(random));
        }
        List<MessageEdge> edges =
                nodes.stream().map(node -> new MessageEdge("cursor", node)).toList();
        return new MessageConnection(edges, nodes, page.pageInfo(), nodes.size(), 0, page.freshness(), page.coverage());
    }
}
