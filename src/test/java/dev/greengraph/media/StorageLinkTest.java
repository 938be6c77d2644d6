package dev.greengraph.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorageLinkTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "X-Amz-Date=20260302T115000Z&X-Amz-Expires=601, false",
        "X-Amz-Date=20260302T115000Z&X-Amz-Expires=600, true",
        "X-Amz-Expires=599&a=b&X-Amz-Date=20260302T115000Z, true",
        "X-Amz-Date=20261302T115000Z&X-Amz-Expires=1, false",
        "Expires=1772452801&Signature=x, false",
        "Expires=1772452800&Signature=x, true",
        "NoExpires=1, false",
        "a=b, false",
    })
    void tellsWhetherItIsOver(String query, boolean isOver) {
        assertEquals(isOver, link("https://files.example.com/a.jpg?" + query).hasExpired(NOON));
    }

    @ParameterizedTest
    @CsvSource({
        "/b.jpg, https://files.example.com:443",
        "b.jpg, https://files.example.com:443",
        "//other.example/b.jpg, https://other.example:443",
        "http://10.0.0.1/b, http://10.0.0.1:80",
        "https://u@files.example.com/b, ''",
        "javascript:alert(1), ''",
        "'http://[bad', ''",
    })
    void followsALocation(String location, String origin) {
        Optional<StorageLink> next = link("https://files.example.com/a.jpg").redirected(location);

        assertEquals(origin, next.map(StorageLink::origin).orElse(""));
    }

    @Test
    void writesAPathThatHttpAllows() {
        assertEquals("/", link("https://files.example.com").path());
        assertEquals("/a%20b?c=d", link("https://files.example.com/a b?c=d#e").path());
        assertTrue(link("https://files.example.com/файл.jpg").path().matches("/[%0-9A-F]+\\.jpg"));
    }

    @Test
    void hidesItsSignature() {
        assertFalse(link("https://files.example.com/a.jpg?X-Amz-Signature=abc")
                .toString()
                .contains("abc"));
    }

    private static StorageLink link(String address) {
        return StorageLink.of(address).orElseThrow();
    }
}
