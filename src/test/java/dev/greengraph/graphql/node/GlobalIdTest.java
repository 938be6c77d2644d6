package dev.greengraph.graphql.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.account.AccountId;
import dev.greengraph.graphql.error.BadRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Global ids: opaque, versioned, and of one account. */
class GlobalIdTest {

    private static final AccountId MAIN = new AccountId("main");

    @ParameterizedTest
    @EnumSource(GlobalId.Type.class)
    void whatWasEncodedIsDecoded(GlobalId.Type type) {
        String id = GlobalId.encode(type, MAIN, "-70000000000001", "115736627773767687", "");

        assertEquals(
                new GlobalId(type, MAIN.value(), List.of("-70000000000001", "115736627773767687", "")),
                GlobalId.decode(id));
        assertTrue(id.matches("[A-Za-z0-9_-]+"), id);
    }

    @Test
    void anAccountHasNoParts() {
        assertEquals(
                new GlobalId(GlobalId.Type.ACCOUNT, MAIN.value(), List.of()),
                GlobalId.decode(GlobalId.encode(GlobalId.Type.ACCOUNT, MAIN)));
    }

    @Test
    void theSameChatOfTwoAccountsHasTwoIds() {
        assertNotEquals(
                GlobalId.encode(GlobalId.Type.CHAT, MAIN, "70000001001@c.us"),
                GlobalId.encode(GlobalId.Type.CHAT, new AccountId("other"), "70000001001@c.us"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "main",
                "%%%",
                "\u0000",
                "1\u001fCHAT\u001fmain",
                "base64:2\u001fCHAT\u001fmain\u001f1@c.us",
                "base64:1\u001fWEBHOOK\u001fmain",
                "base64:1\u001fchat\u001fmain",
                "base64:1\u001fCHAT",
                "base64:1",
                "base64:\u001f\u001f",
            })
    void anythingElseIsRefused(String id) {
        String text = id.startsWith("base64:") ? base64(id.substring(7)) : id;

        BadRequest refusal = assertThrows(BadRequest.class, () -> GlobalId.decode(text));

        assertEquals("id", refusal.argument());
    }

    @Test
    void anIdHasALongestForm() {
        String longest = GlobalId.encode(GlobalId.Type.CHAT, MAIN, "7".repeat(738));
        assertEquals(1_000, longest.length());

        assertEquals(GlobalId.Type.CHAT, GlobalId.decode(longest).type());
        assertThrows(BadRequest.class, () -> GlobalId.decode(longest + "A"));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
