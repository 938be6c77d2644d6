package dev.greengraph.graphql.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import graphql.schema.DataFetchingEnvironmentImpl;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PropertyFetcherTest {

    /** What a fetcher reads. */
    public record Source(String text, @Nullable Instant at) {

        /** Fails. */
        public String broken() {
            throw new IllegalArgumentException("broken");
        }
    }

    private static final Source SOURCE = new Source("words", Instant.parse("2026-11-26T10:00:00Z"));

    @Test
    void showsAValueAsTheObjectHasIt() throws Exception {
        assertEquals("words", read("text", false, SOURCE));
    }

    @Test
    void showsAMomentAsText() throws Exception {
        assertEquals("2026-11-26T10:00:00Z", read("at", true, SOURCE));
        assertNull(read("at", true, new Source("words", null)));
    }

    @Test
    void readsTheSameWithAnEnvironment() throws Exception {
        PropertyFetcher fetcher = new PropertyFetcher(Source.class, "text", false);

        assertEquals(
                "words",
                fetcher.get(DataFetchingEnvironmentImpl.newDataFetchingEnvironment()
                        .source(SOURCE)
                        .build()));
    }

    @Test
    void failsAsThePropertyDoes() {
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> read("broken", false, SOURCE));

        assertEquals("broken", failure.getMessage());
    }

    @Test
    void refusesAMethodThatDoesNotExist() {
        assertThrows(IllegalStateException.class, () -> new PropertyFetcher(Source.class, "missing", false));
    }

    private static @Nullable Object read(String method, boolean isInstant, Source source) throws Exception {
        return new PropertyFetcher(Source.class, method, isInstant).get(null, source, () -> null);
    }
}
