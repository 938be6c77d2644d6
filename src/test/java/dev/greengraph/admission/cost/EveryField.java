package dev.greengraph.admission.cost;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** Documents made from the schema that ask for all that it has, of people for what a list shows. */
public final class EveryField {

    /** What leads to further objects of the upstream, and is asked for by itself. */
    private static final Set<String> OTHER_OBJECTS = Set.of("Message", "Chat", "Account");

    private EveryField() {}

    /** One page of messages, with every field of every kind. */
    static String ofEveryMessage(int first) {
        return ofEveryMessage("account", first);
    }

    /** The same of one account, as the root field of a query that names it. */
    public static String ofEveryMessage(String account, int first) {
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(
                new SchemaParser().parse(Path.of("docs/schema.graphql").toFile()));
        GraphQLInterfaceType message = (GraphQLInterfaceType) schema.getType("Message");
        String kinds = schema.getImplementations(message).stream()
                .map(kind -> "... on " + kind.getName() + " { __typename " + own(kind, message) + " }")
                .collect(Collectors.joining(" "));
        return "{ " + account + " { messages(first: " + first + ") { nodes { " + fields(message) + " " + kinds
                + " } } } }";
    }

    /** Without those that every message has. */
    private static String own(GraphQLObjectType kind, GraphQLInterfaceType message) {
        return kind.getFieldDefinitions().stream()
                .filter(field -> message.getFieldDefinition(field.getName()) == null)
                .filter(field -> !OTHER_OBJECTS.contains(typeOf(field).getName()))
                .map(EveryField::field)
                .collect(Collectors.joining(" "));
    }

    private static String fields(GraphQLFieldsContainer type) {
        return type.getFieldDefinitions().stream()
                .filter(field -> !OTHER_OBJECTS.contains(typeOf(field).getName()))
                .map(EveryField::field)
                .collect(Collectors.joining(" "));
    }

    private static String field(GraphQLFieldDefinition field) {
        if (typeOf(field).getName().equals("Contact")) {
            return field.getName() + " { id displayName }";
        }
        return typeOf(field) instanceof GraphQLObjectType inner
                ? field.getName() + " { " + fields(inner) + " }"
                : field.getName();
    }

    private static GraphQLNamedType typeOf(GraphQLFieldDefinition field) {
        GraphQLType type = GraphQLTypeUtil.unwrapAll(field.getType());
        return (GraphQLNamedType) type;
    }
}
