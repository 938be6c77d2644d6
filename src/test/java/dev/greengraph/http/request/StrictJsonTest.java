package dev.greengraph.http.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.greengraph.graphql.error.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "7", "\"ü🏃\"", " {\"a\":{\"b\":1},\"c\":{\"b\":1}}\r\n\t "})
    void readsOneValue(String text) {
        assertEquals(
                text.strip(),
                StrictJson.read(text.getBytes(StandardCharsets.UTF_8)).toString());
    }

    static Stream<String> broken() {
        return Stream.of(
                "",
                " ",
                "{",
                "{}}",
                "{} {}",
                "{},",
                "{}x",
                "{} // comment",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "\uFEFF{}",
                "[".repeat(100_000),
                "[".repeat(50_000) + "]".repeat(50_000),
                "{\"a\":".repeat(20_000),
                "9".repeat(100_000),
                "1e99999999999");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesAnythingElse(String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> StrictJson.read(text.getBytes(StandardCharsets.UTF_8)));

        assertEquals(400, refusal.status());
        assertEquals("The body must be JSON", refusal.error().message());
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] latin = "{\"a\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = "{}".getBytes(StandardCharsets.UTF_16);

        for (byte[] bytes : new byte[][] {latin, wide}) {
            Refusal refusal = assertThrows(Refusal.class, () -> StrictJson.read(bytes));
            assertEquals("The body must be UTF-8", refusal.error().message());
        }
    }
}
