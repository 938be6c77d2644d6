package dev.greengraph.startup.warmup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

class SampleVariablesTest {

    @Test
    void aVariableGetsWhatItsArgumentNeeds() {
        JsonObject variables = SampleVariables.of(
                "query Q($of: String, $with: String!, $n: Int, $x: Boolean!) { account(name: $of) { chat(chatId: $with) {"
                        + " history(first: $n) { nodes { id @include(if: $x) } } } } }");

        assertEquals(
                Json.createObjectBuilder()
                        .add("of", "(warm-up)")
                        .add("with", "70000001000@c.us")
                        .add("n", 50)
                        .build(),
                variables);
    }

    @Test
    void aDocumentWithoutVariablesGetsNone() {
        assertEquals(JsonObject.EMPTY_JSON_OBJECT, SampleVariables.of("{ account(name: \"main\") { id } }"));
    }
}
