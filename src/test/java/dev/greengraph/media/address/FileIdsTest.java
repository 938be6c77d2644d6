package dev.greengraph.media.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.greengraph.account.AccountId;
import dev.greengraph.media.address.FileId.OfMessage;
import dev.greengraph.media.address.FileId.OfSentStatus;
import dev.greengraph.media.address.FileId.OfStatus;
import dev.greengraph.media.address.FileId.Part;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileIdsTest {

    private static final FileId FILE =
            new FileId(new AccountId("main"), new OfMessage("70000001001@c.us", "3A000000000000000001"), Part.FILE);

    private final FileIds ids = MediaSettings.ids();

    @Test
    void aFileHasOneNameAndTheNameLeadsToIt() {
        String name = ids.write(FILE);

        assertEquals(name, ids.write(FILE));
        assertEquals(name, MediaSettings.ids().write(FILE), "in another process with the same secret, too");
        assertEquals(Optional.of(FILE), ids.read(name));
    }

    @Test
    void eachPartOfEachEntryHasANameOfItsOwn() {
        String chat = "70000001001@c.us";
        String id = "3A000000000000000001";
        List<FileId> others = List.of(
                new FileId(FILE.account(), FILE.entry(), Part.THUMBNAIL),
                new FileId(FILE.account(), new OfMessage(chat, "3A000000000000000002"), Part.FILE),
                new FileId(FILE.account(), new OfMessage("70000001002@c.us", id), Part.FILE),
                new FileId(new AccountId("other"), FILE.entry(), Part.FILE),
                new FileId(FILE.account(), new OfStatus(chat, id, 1_766_000_480), Part.FILE),
                new FileId(FILE.account(), new OfStatus(chat, id, 1_766_000_481), Part.FILE),
                new FileId(FILE.account(), new OfSentStatus(id, 1_766_000_480), Part.FILE),
                new FileId(FILE.account(), new OfSentStatus(id, 0), Part.THUMBNAIL));

        assertEquals(others.size(), others.stream().map(ids::write).distinct().count());
        others.forEach(other -> {
            assertNotEquals(ids.write(FILE), ids.write(other));
            assertEquals(Optional.of(other), ids.read(ids.write(other)));
        });
    }

    @Test
    void aNameTellsNothing() {
        String name = ids.write(FILE);
        String bytes = new String(Base64.getUrlDecoder().decode(name), StandardCharsets.ISO_8859_1);

        for (String secret : List.of("main", "70000001001", "c.us", "3A0000")) {
            assertFalse((name + bytes).contains(secret), secret);
        }
    }

    @Test
    void nobodyCanChangeAName() {
        String name = ids.write(FILE);

        IntStream.range(0, name.length() - 1).forEach(at -> {
            char other = name.charAt(at) == 'A' ? 'B' : 'A';
            assertEquals(Optional.empty(), ids.read(name.substring(0, at) + other + name.substring(at + 1)));
        });
    }

    @Test
    void aNameOfAnotherSecretIsNone() {
        assertEquals(Optional.empty(), MediaSettings.idsOfAnotherSecret().read(ids.write(FILE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "AAAA",
                "../../etc/passwd",
                "ß",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatNobodyMadeIsNoName(String name) {
        assertEquals(Optional.empty(), ids.read(name));
    }

    @Test
    void aNameIsBounded() {
        assertEquals(Optional.empty(), ids.read("A".repeat(100_000)));
    }
}
