package dev.greengraph.admission.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.language.AstPrinter;
import graphql.language.Directive;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code @cost} in the schema says of each field what is planned for it. */
class CostDirectiveTest {

    private static final CostTable TABLE = DeclaredCosts.table();

    @Test
    void standsAtEachFieldThatMayCostACall() throws IOException {
        Map<String, String> written = new TreeMap<>();
        Map<String, String> planned = new TreeMap<>();
        for (ImplementingTypeDefinition<?> type : types()) {
            for (FieldDefinition field : type.getFieldDefinitions()) {
                String name = type.getName() + "." + field.getName();
                field.getDirectives("cost").forEach(cost -> written.put(name, print(cost)));
                TABLE.directive(type.getName(), field.getName()).ifPresent(cost -> planned.put(name, print(cost)));
            }
        }

        assertTrue(planned.size() > 20, planned::toString);
        assertEquals(planned.toString(), written.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Account | chats | 2.0 | true",
                "Account | state | 1.0 | true",
                "Chat | history | 1.0 | false",
                "Chat | avatar | 0.1 | false",
                "Query | node | 1.0 | false",
            })
    void saysWhetherCallsAreShared(String type, String field, String calls, String shared) {
        assertEquals(
                "@cost(calls: %s, shared: %s)".formatted(calls, shared),
                TABLE.directive(type, field).map(CostDirectiveTest::print).orElse("nothing"));
    }

    @Test
    void standsAtNoFieldThatCostsNothing() {
        assertTrue(TABLE.directive("Account", "chat").isEmpty());
        assertTrue(TABLE.directive("Chat", "id").isEmpty());
        assertTrue(TABLE.directive("ListMessage", "title").isEmpty());
    }

    private static List<ImplementingTypeDefinition<?>> types() throws IOException {
        TypeDefinitionRegistry schema = new SchemaParser().parse(Files.readString(Path.of("docs/schema.graphql")));
        return schema.types().values().stream()
                .filter(ImplementingTypeDefinition.class::isInstance)
                .<ImplementingTypeDefinition<?>>map(type -> (ImplementingTypeDefinition<?>) type)
                .collect(Collectors.toList());
    }

    private static String print(Directive directive) {
        return AstPrinter.printAst(directive);
    }
}
