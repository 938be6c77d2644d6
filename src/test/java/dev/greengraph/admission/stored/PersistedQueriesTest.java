package dev.greengraph.admission.stored;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.account.Sha256;
import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersistedQueriesTest {

    private static final String TEXT = "{ accounts { name } }";
    private static final String HASH = Sha256.hex(TEXT);

    private final PersistedQueries queries = queries(true, 1_000_000);

    @Test
    void knowsADocumentOnceItWasRegistered() {
        assertEquals(
                ErrorCode.PERSISTED_QUERY_NOT_FOUND,
                refused(queries, byHash(HASH)).code());

        queries.register(both(HASH, TEXT), TEXT);

        assertEquals(TEXT, queries.text(byHash(HASH)));
        assertEquals(TEXT, queries.text(byHash(HASH.toUpperCase(Locale.ROOT))));
        assertEquals(TEXT, queries.text(byId("sha256:" + HASH)));
        assertEquals(TEXT, queries.text(byId("sha256:" + HASH.toUpperCase(Locale.ROOT))));
    }

    @Test
    void saysWhatItsClientsLookFor() {
        Refusal refused = refused(queries, byHash(HASH));

        assertEquals("PersistedQueryNotFound", refused.text());
        assertEquals(200, refused.status());
    }

    @Test
    void keepsNoTextUnderAnotherHash() {
        String other = Sha256.hex("{ other }");

        Refusal refused = refused(queries, both(other, TEXT));

        assertEquals(400, refused.status());
        assertEquals(ErrorCode.BAD_REQUEST, refused.code());
        assertEquals(
                ErrorCode.PERSISTED_QUERY_NOT_FOUND,
                refused(queries, byHash(other)).code());
    }

    @Test
    void refusesWhatIsNoHash() {
        assertEquals(ErrorCode.BAD_REQUEST, refused(queries, byHash("7")).code());
        assertEquals(
                ErrorCode.BAD_REQUEST,
                refused(queries, both(HASH.substring(1), TEXT)).code());
    }

    @Test
    void registersNothingThatNobodyHashed() {
        DocumentReference plain = new DocumentReference(Optional.of(TEXT), Optional.empty(), Optional.of(HASH));

        queries.register(plain, queries.text(plain));

        assertEquals(
                ErrorCode.PERSISTED_QUERY_NOT_FOUND,
                refused(queries, byHash(HASH)).code());
    }

    @Test
    void takesTextsButNoHashesWhereItIsOff() {
        PersistedQueries off = queries(false, 1_000_000);

        Refusal refused = refused(off, byHash(HASH));
        assertEquals(ErrorCode.PERSISTED_QUERY_NOT_SUPPORTED, refused.code());
        assertEquals("PersistedQueryNotSupported", refused.text());
        assertEquals(200, refused.status());
        assertEquals(TEXT, off.text(both("whatever", TEXT)));
    }

    @Test
    void keepsWhatIsInUseThroughAFloodOfOthers() {
        PersistedQueries small = queries(true, 100 * 1_024);
        small.register(both(HASH, TEXT), TEXT);
        IntStream.range(0, 70)
                .mapToObj(i -> "{ b" + i + " }")
                .forEach(text -> small.register(both(Sha256.hex(text), text), text));
        IntStream.range(0, 50).forEach(i -> assertEquals(TEXT, small.text(byHash(HASH))));

        long kept = IntStream.range(0, 10_000)
                .mapToObj(i -> "{ a" + i + " }")
                .peek(text -> small.register(both(Sha256.hex(text), text), text))
                .toList()
                .stream()
                .filter(text -> isKnown(small, text))
                .count();

        assertEquals(TEXT, small.text(byHash(HASH)));
        assertTrue(kept < 100, kept + " others in the place of 99");
    }

    @Test
    void isBoundedByBytesToo() {
        PersistedQueries small = queries(true, 100 * 1_024);

        long kept = IntStream.range(0, 100)
                .mapToObj(i -> "{ a" + i + " } " + " ".repeat(10_000))
                .peek(text -> small.register(both(Sha256.hex(text), text), text))
                .toList()
                .stream()
                .filter(text -> isKnown(small, text))
                .count();

        assertTrue(kept <= 5, kept + " of 20 KB each in 100 KB");
    }

    private static boolean isKnown(PersistedQueries queries, String text) {
        try {
            return queries.text(byHash(Sha256.hex(text))).equals(text);
        } catch (Refusal unknown) {
            return false;
        }
    }

    private static Refusal refused(PersistedQueries queries, DocumentReference reference) {
        return assertThrows(Refusal.class, () -> queries.text(reference));
    }

    private static DocumentReference byHash(String hash) {
        return new DocumentReference(Optional.empty(), Optional.of(hash), Optional.empty());
    }

    private static DocumentReference byId(String id) {
        return new DocumentReference(Optional.empty(), Optional.empty(), Optional.of(id));
    }

    private static DocumentReference both(String hash, String text) {
        return new DocumentReference(Optional.of(text), Optional.of(hash), Optional.empty());
    }

    private static PersistedQueries queries(boolean automatic, long bytes) {
        return new PersistedQueries(new PersistedQueriesConfig() {
            @Override
            public boolean automatic() {
                return automatic;
            }

            @Override
            public MemorySize maxMemory() {
                return new MemorySize(BigInteger.valueOf(bytes));
            }
        });
    }
}
