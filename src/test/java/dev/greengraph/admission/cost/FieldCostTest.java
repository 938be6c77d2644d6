package dev.greengraph.admission.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.graphql.cost.Cost;
import dev.greengraph.graphql.cost.Reads;
import dev.greengraph.graphql.lookup.NodeApi;
import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.BooleanValue;
import graphql.language.Field;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.IntValue;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every resolver declares what it costs, and is planned with the defaults of its arguments. */
class FieldCostTest {

    private static final FieldCosts COSTS = DeclaredCosts.table().costs();

    private static final List<Method> RESOLVERS = DeclaredCosts.APIS.stream()
            .flatMap(type -> Stream.of(type.getDeclaredMethods()))
            .filter(FieldCosts::isResolver)
            .toList();

    static Stream<Method> resolvers() {
        return RESOLVERS.stream();
    }

    @Test
    void knowsEveryResolver() {
        Set<String> names = resolvers().map(FieldCostTest::name).collect(Collectors.toCollection(TreeSet::new));

        assertTrue(names.size() > 10, names::toString);
        assertEquals(names, declared());
    }

    private static Set<String> declared() {
        return COSTS.byParent().entrySet().stream()
                .flatMap(parent -> parent.getValue().keySet().stream().map(field -> parent.getKey() + "." + field))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One that reads the upstream could be asked for as often as a property. */
    @Test
    void refusesAResolverThatDeclaresNothing() {
        IllegalStateException refused = assertThrows(
                IllegalStateException.class, () -> FieldCosts.of(DeclaredCosts.SCHEMA, List.of(WithoutCost.class)));

        assertTrue(refused.getMessage().contains("WithoutCost.accounts"), refused::getMessage);
        assertTrue(refused.getMessage().endsWith("has no @Cost"), refused::getMessage);
    }

    /** As where a native image has lost the methods. */
    @Test
    void refusesASchemaWhoseResolversAreNotFound() {
        List<Class<?>> withoutNode =
                DeclaredCosts.APIS.stream().filter(api -> api != NodeApi.class).toList();
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> FieldCosts.of(DeclaredCosts.SCHEMA, withoutNode));

        assertEquals("the cost of Query.node was not found", refused.getMessage());
    }

    @Test
    void refusesAResolverOfNoField() {
        IllegalStateException refused = assertThrows(
                IllegalStateException.class, () -> FieldCosts.of(DeclaredCosts.SCHEMA, List.of(OfNoField.class)));

        assertTrue(refused.getMessage().endsWith("is no field of the schema"), refused::getMessage);
    }

    /** Without a parent the arguments tell resolvers and properties of one name apart. */
    @ParameterizedTest
    @CsvSource({"message, messageId, 10", "message, chatId, 1", "message, , 1", "node, id, 10", "node, , 0"})
    void takesTheMostExpensiveThatIsPossible(String name, String argument, long tenths) {
        Field.Builder field = Field.newField(name);
        if (argument != null) {
            field.arguments(List.of(new Argument(argument, new StringValue("x"))));
        }

        assertEquals(tenths, cost(null, field.build()).tenths());
    }

    /** A resolver as it would be without its annotation. No API, so that the schema of the tests does not have it. */
    static final class WithoutCost {
        /** The accounts. */
        @Query
        public String accounts() {
            return "";
        }
    }

    /** A resolver whose field the schema calls otherwise. */
    static final class OfNoField {
        /** The accounts, by another name. */
        @Query
        @Cost(Reads.NOTHING)
        public String heading() {
            return "";
        }
    }

    @ParameterizedTest
    @MethodSource("resolvers")
    void takesTheDefaultsOfTheSchema(Method resolver) {
        Field plain = Field.newField(resolver.getName()).build();
        Field spelled = Field.newField(resolver.getName())
                .arguments(Stream.of(resolver.getParameters())
                        .filter(parameter -> parameter.isAnnotationPresent(DefaultValue.class))
                        .map(FieldCostTest::argument)
                        .toList())
                .build();

        assertEquals(cost(FieldCosts.parent(resolver), spelled), cost(FieldCosts.parent(resolver), plain));
    }

    /** A property may have the name of a resolver: the title of a list message is none of a chat. */
    @Test
    void takesNoPropertyForAResolver() throws IOException {
        FieldCost free = cost("Account", Field.newField("name").build());
        for (ImplementingTypeDefinition<?> type : types()) {
            for (FieldDefinition definition : type.getFieldDefinitions()) {
                String name = type.getName() + "." + definition.getName();
                if (!declared().contains(name) && !FieldCost.LISTS.containsKey(definition.getName())) {
                    assertEquals(free, cost(type.getName(), withRequiredArguments(definition)), name);
                }
            }
        }
    }

    /** A list whose length no argument bounds multiplies all the same. */
    @Test
    void knowsEveryListWithoutAPage() throws IOException {
        Set<String> pages = Set.of("nodes", "edges", "accounts", "endpoints");
        Set<String> lists = types().stream()
                .flatMap(type -> type.getFieldDefinitions().stream())
                .filter(definition -> AstPrinter.printAst(definition.getType()).startsWith("["))
                .map(FieldDefinition::getName)
                .filter(name -> !pages.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(lists, new TreeSet<>(FieldCost.LISTS.keySet()));
        lists.forEach(name ->
                assertTrue(cost("ListMessage", Field.newField(name).build()).children() > 1, name));
    }

    @Test
    void knowsWhatSeveralTypesAre() throws IOException {
        Set<String> interfaces = types().stream()
                .filter(InterfaceTypeDefinition.class::isInstance)
                .map(ImplementingTypeDefinition::getName)
                .collect(Collectors.toSet());

        assertEquals(interfaces, ValuesByType.INTERFACES);
    }

    private static List<ImplementingTypeDefinition<?>> types() throws IOException {
        TypeDefinitionRegistry schema = new SchemaParser().parse(Files.readString(Path.of("docs/schema.graphql")));
        return schema.types().values().stream()
                .filter(ImplementingTypeDefinition.class::isInstance)
                .<ImplementingTypeDefinition<?>>map(type -> (ImplementingTypeDefinition<?>) type)
                .toList();
    }

    private static String name(Method resolver) {
        return FieldCosts.parent(resolver) + "." + resolver.getName();
    }

    private static Field withRequiredArguments(FieldDefinition definition) {
        return Field.newField(definition.getName())
                .arguments(definition.getInputValueDefinitions().stream()
                        .filter(input -> input.getDefaultValue() == null)
                        .map(input -> new Argument(input.getName(), new StringValue("x")))
                        .toList())
                .build();
    }

    private static Argument argument(Parameter parameter) {
        String value = parameter.getAnnotation(DefaultValue.class).value();
        return new Argument(
                parameter.getName(),
                parameter.getType() == boolean.class
                        ? BooleanValue.of(Boolean.parseBoolean(value))
                        : IntValue.of(Integer.parseInt(value)));
    }

    private static FieldCost cost(@Nullable String parent, Field field) {
        OperationDefinition operation =
                OperationDefinition.newOperationDefinition().build();
        return COSTS.of(parent, field, new ArgumentValues(operation, Map.of(), DeclaredCosts.CLOCK));
    }
}
