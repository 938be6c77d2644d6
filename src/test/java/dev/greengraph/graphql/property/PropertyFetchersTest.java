package dev.greengraph.graphql.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.graphql.execution.datafetcher.FieldDataFetcher;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which fetcher the fields of the served schema have. */
@QuarkusTest
class PropertyFetchersTest {

    @Inject
    GraphQLSchema schema;

    @Test
    void noPropertyIsReadThroughTheFramework() {
        assertEquals(List.of(), fieldsFetchedBy(FieldDataFetcher.class::isInstance));
    }

    @Test
    void fieldsWithWorkOfTheirOwnStayResolvers() {
        List<String> properties = fieldsFetchedBy(PropertyFetcher.class::isInstance);
        List<String> resolvers = fieldsFetchedBy(fetcher -> !(fetcher instanceof PropertyFetcher));

        assertEquals(true, properties.containsAll(List.of("Freshness.fetchedAt", "TextMessage.text", "Chat.kind")));
        assertEquals(
                true,
                resolvers.containsAll(
                        List.of("Query.account", "Account.chats", "Chat.title", "Chat.lastMessage", "Quote.message")));
    }

    private List<String> fieldsFetchedBy(Predicate<DataFetcher<?>> wanted) {
        return schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .flatMap(type -> type instanceof GraphQLObjectType object ? Stream.of(object) : Stream.empty())
                .flatMap(type -> type.getFieldDefinitions().stream()
                        .filter(field -> wanted.test(fetcher(type, field)))
                        .map(field -> type.getName() + "." + field.getName()))
                .sorted()
                .toList();
    }

    private DataFetcher<?> fetcher(GraphQLObjectType type, GraphQLFieldDefinition field) {
        return schema.getCodeRegistry()
                .getDataFetcher(FieldCoordinates.coordinates(type.getName(), field.getName()), field);
    }
}
