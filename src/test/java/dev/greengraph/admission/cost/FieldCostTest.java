package dev.greengraph.admission.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import graphql.language.Argument;
import graphql.language.AstPrinter;
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
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.eclipse.microprofile.graphql.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of costs knows every resolver there is, and their defaults. */
class FieldCostTest {

    private static final List<Method> RESOLVERS = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.greengraph.graphql")
                    .stream()
                    .filter(type -> type.isAnnotatedWith(GraphQLApi.class))
                    .map(JavaClass::reflect)
                    .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                    .filter(FieldCostTest::isResolver)
                    .toList();

    static Stream<Method> resolvers() {
        return RESOLVERS.stream();
    }

    private static boolean isResolver(Method method) {
        return method.isAnnotationPresent(Query.class)
                || Stream.of(method.getParameters()).anyMatch(parameter -> parameter.isAnnotationPresent(Source.class));
    }

    /** A new resolver needs its line in the table: what has none is a property. */
    @Test
    void knowsEveryResolver() {
        Set<String> names = resolvers().map(FieldCostTest::name).collect(Collectors.toCollection(TreeSet::new));

        assertTrue(names.size() > 10, names::toString);
        assertEquals(names, new TreeSet<>(FieldCost.RULES.keySet()));
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

        assertEquals(cost(owner(resolver), spelled), cost(owner(resolver), plain));
    }

    /** A property may have the name of a resolver: the title of a list message is none of a chat. */
    @Test
    void takesNoPropertyForAResolver() throws IOException {
        FieldCost free = cost("Account", Field.newField("name").build());
        for (ImplementingTypeDefinition<?> type : types()) {
            for (FieldDefinition definition : type.getFieldDefinitions()) {
                String name = type.getName() + "." + definition.getName();
                if (!FieldCost.RULES.containsKey(name) && !FieldCost.LISTS.containsKey(definition.getName())) {
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
        return owner(resolver) + "." + resolver.getName();
    }

    private static String owner(Method resolver) {
        return Stream.of(resolver.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(Source.class))
                .map(Parameter::getType)
                .map(type -> type.isAnnotationPresent(Type.class)
                        ? type.getAnnotation(Type.class).value()
                        : type.getSimpleName())
                .findFirst()
                .orElse("Query");
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
        int value = Integer.parseInt(parameter.getAnnotation(DefaultValue.class).value());
        return new Argument(parameter.getName(), IntValue.of(value));
    }

    private static FieldCost cost(String parent, Field field) {
        OperationDefinition operation =
                OperationDefinition.newOperationDefinition().build();
        return FieldCost.of(parent, field, new ArgumentValues(operation, Map.of()));
    }
}
