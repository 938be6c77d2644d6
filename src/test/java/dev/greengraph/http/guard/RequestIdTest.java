package dev.greengraph.http.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    private static final String LONGEST = "0123456789abcdef0123456789ABCDEF0123456789abcdef0123456789ABC._-";

    @ParameterizedTest
    @ValueSource(strings = {"1", "a-b_c.D", LONGEST})
    void takesTheCallersOwn(String sent) {
        assertEquals(sent, RequestId.from(List.of(sent)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb", "a\r\nLOG", "ä", "a/b", "{}", "%0a", "<b>", "a=b", LONGEST + "1"})
    void makesOneInsteadOfWhatCouldDoHarm(String sent) {
        String id = RequestId.from(List.of(sent));

        assertNotEquals(sent, id);
        assertTrue(id.matches("[0-9a-f-]{36}"), id);
    }

    @Test
    void makesAnotherOneForEachRequest() {
        assertNotEquals(RequestId.from(List.of()), RequestId.from(List.of()));
        assertTrue(RequestId.from(List.of("a", "b")).length() == 36, "two are none");
    }
}
