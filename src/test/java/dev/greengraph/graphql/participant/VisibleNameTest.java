package dev.greengraph.graphql.participant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that shows nothing is none. */
class VisibleNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                " . ",
                "   ",
                "\t\n",
                "\u00a0",
                "\u3000",
                "\u3164",
                "\u115f\u1160",
                "\uffa0",
                "\u2800\u2800",
                "\u200b",
                "\u200e\u200f",
                "\u202e\u202c",
                "\u2066\u2069",
                "\u00ad",
                "\ufeff",
                "\u034f",
                "\u0301\u0308",
                "\ufe0f",
                "\u200d",
                "\ufffc",
                "\ufffd",
                "\ud83d",
                "\udb40\udc41\udb40\udc7f",
                "\u2063",
            })
    void thisShowsNothing(String name) {
        assertNull(VisibleName.of(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoe",
                "\u042f",
                "7",
                "-",
                "!",
                "\ud83d\udc4b",
                "\u2764\ufe0f",
                "a.",
                "\u200eZoe",
                "\u0e01\u0e33",
                "\u3131",
                "\u2801"
            })
    void thisIsAName(String name) {
        assertEquals(name, VisibleName.of(name));
    }

    @Test
    void blanksAroundANameAreNoPartOfIt() {
        assertEquals("Zoe B", VisibleName.of("  Zoe B \n"));
        assertNull(VisibleName.of(null));
    }
}
