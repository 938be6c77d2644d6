package dev.greengraph.admission.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableLimitsTest {

    @Test
    void allowsTheDepthItSays() {
        check("{\"v\":[{\"a\":[1]}],\"w\":null}", 3);

        Refusal refused = assertThrows(Refusal.class, () -> check("{\"v\":[{\"a\":[]}]}", 2));
        assertEquals(ErrorCode.QUERY_TOO_DEEP, refused.code());
        assertEquals(Map.of("limitName", "variable-depth", "limit", 2L, "value", 3L), refused.details());
    }

    @Test
    void allowsNoNestingWhereNoneIsAllowed() {
        check("{\"v\":1,\"w\":\"x\"}", 0);
        assertThrows(Refusal.class, () -> check("{\"v\":{}}", 0));
    }

    @Test
    void copesWithTheDeepestThatTheParserTakes() {
        assertThrows(Refusal.class, () -> check("{\"v\":" + "[".repeat(900) + "]".repeat(900) + "}", 10));
    }

    /** The engine would write each of them out: a gigabyte for a dozen characters. */
    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "1e401"})
    void refusesNumbersThatNobodyCanWriteOut(String number) {
        Refusal refused = assertThrows(Refusal.class, () -> check("{\"v\":[" + number + "]}", 10));

        assertEquals("variables: numbers must have at most 400 digits", refused.text());
        assertThrows(Refusal.class, () -> VariableLimits.check(Map.of("v", new BigDecimal(number)), 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-2147483648", "1.7976931348623157e308", "4.9e-324", "0", "0e0"})
    void allowsOrdinaryNumbers(String number) {
        check("{\"v\":" + number + "}", 10);
    }

    @Test
    void looksIntoPlainValuesToo() {
        assertThrows(Refusal.class, () -> VariableLimits.check(Map.of("v", List.of(List.of(List.of()))), 2));
    }

    private static void check(String json, int mostDepth) {
        JsonObject variables = Json.createReader(new StringReader(json)).readObject();
        VariableLimits.check(variables, mostDepth);
    }
}
