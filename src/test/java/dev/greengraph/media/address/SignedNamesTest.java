package dev.greengraph.media.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.greengraph.account.AccountId;
import dev.greengraph.media.address.FileId.OfMessage;
import dev.greengraph.media.address.FileId.Part;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignedNamesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:20:00Z");
    private static final Instant NEXT = Instant.parse("2026-03-02T11:00:00Z");
    private static final FileId FILE = file("m1", Part.FILE);

    private final MediaSettings settings = MediaSettings.of("a secret of at least 32 characters");

    @Test
    void aNameIsMadeOnceForASignature() {
        SignedNames names = names(settings);
        String first = names.of(FILE, NOW);

        assertSame(first, names.of(file("m1", Part.FILE), NEXT.minusMillis(1)));
        assertNotEquals(first, names.of(FILE, NEXT));
        assertEquals(names(settings).of(FILE, NEXT), names.of(FILE, NEXT));
    }

    @Test
    void everyFileHasANameOfItsOwn() {
        SignedNames names = names(settings);
        String first = names.of(FILE, NOW);

        assertNotEquals(first, names.of(file("m1", Part.THUMBNAIL), NOW));
        assertNotEquals(first, names.of(file("m2", Part.FILE), NOW));
        assertEquals(first, names.of(FILE, NOW));
    }

    @Test
    void withoutSignaturesANameStays() {
        SignedNames names = names(settings.signedFor(Duration.ZERO));

        assertEquals(MediaSettings.ids().write(FILE), names.of(FILE, NOW));
        assertSame(names.of(FILE, NOW), names.of(FILE, NEXT));
    }

    private static SignedNames names(MediaSettings settings) {
        MediaKeys keys = new MediaKeys(settings);
        return new SignedNames(new FileIds(keys), new Signatures(settings, keys));
    }

    private static FileId file(String message, Part part) {
        return new FileId(new AccountId("main"), new OfMessage("79001234567@c.us", message), part);
    }
}
