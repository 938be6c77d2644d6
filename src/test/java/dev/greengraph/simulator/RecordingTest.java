package dev.greengraph.simulator;

import static dev.greengraph.simulator.RunningSimulator.SHOWCASE;
import static dev.greengraph.simulator.RunningSimulator.json;
import static dev.greengraph.simulator.SimulatedAccount.SHOP;
import static dev.greengraph.simulator.SimulatedAccount.STUDIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.account.Messenger;
import dev.greengraph.simulator.wire.UpstreamMethod;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a recording holds, and what it must not. */
class RecordingTest {

    private static final String VERA = "70000001001@c.us";
    private static final int SHORTEST = 5;
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]{" + SHORTEST + ",}");

    /** Fields whose values are words of the protocol, and times; nothing about a person. */
    private static final Set<String> PROTOCOL = Set.of(
            "type",
            "typeMessage",
            "statusMessage",
            "stateInstance",
            "chatType",
            "previewType",
            "mediaType",
            "mimeType",
            "font",
            "backgroundColor",
            "status",
            "timestamp",
            "lastSeen",
            "creation",
            "subjectTime",
            "inviteExpiration");

    /** Of addresses, cards and the marks that stand in place of a file. */
    private static final Set<String> WORDS_OF_A_RECORDING = Set.of(
            "https",
            "example",
            "recorded",
            "media",
            "BEGIN",
            "VCARD",
            "VERSION",
            "VOICE",
            "SWE001",
            "SWE002",
            "SWE003");

    /** They are given once and then gone, so a recording has none of them. */
    private static final Set<UpstreamMethod> OF_THE_QUEUE =
            Set.of(UpstreamMethod.RECEIVE_NOTIFICATION, UpstreamMethod.DELETE_NOTIFICATION);

    @RegisterExtension
    final RunningSimulator upstream = new RunningSimulator();

    @Test
    void nothingIsInItThatTellsWhoOrWhat() {
        upstream.control("POST", "recording", "");
        List<String> answers = new ArrayList<>();
        for (SimulatedAccount account : SimulatedAccount.ALL) {
            for (UpstreamMethod method : UpstreamMethod.values()) {
                if (method.existsOn(account.messenger()) && !OF_THE_QUEUE.contains(method)) {
                    answers.add(ask(account, method).body());
                }
            }
        }
        String recording = upstream.control("GET", "recording", "").body();

        assertEquals(answers.size(), count(recording, "\"atMillis\""), "every call is in it");
        Set<String> secret = new TreeSet<>(Set.of(
                SHOP.token(), STUDIO.token(), Long.toString(SHOP.idInstance()), Long.toString(STUDIO.idInstance())));
        answers.forEach(answer -> collect("", RunningSimulator.tree(answer), secret));
        assertTrue(secret.size() > 300, secret.size() + " words and numbers");
        Set<String> kept = new TreeSet<>();
        RunningSimulator.tree(recording)
                .path("exchanges")
                .forEach(ofOne -> ofOne.forEach(each -> {
                    collect("", each.path("arguments"), kept);
                    collect("", each.path("body"), kept);
                }));
        kept.removeAll(WORDS_OF_A_RECORDING);
        Set<String> beginnings = beginnings(kept);
        List<String> found = secret.stream()
                .filter(word -> beginnings.contains(word.substring(0, SHORTEST)))
                .filter(word -> kept.stream().anyMatch(each -> isIn(word, each)))
                .toList();
        assertEquals(List.of(), found);
    }

    private HttpResponse<String> ask(SimulatedAccount account, UpstreamMethod method) {
        upstream.advance(java.time.Duration.ofSeconds(1));
        String group = account.messenger() == Messenger.MAX ? "-70000000000001" : SHOWCASE;
        String person = account.messenger() == Messenger.MAX ? "10000001" : VERA;
        return switch (method) {
            case GET_CHAT_HISTORY ->
                upstream.post(account, method.wireName(), "{\"chatId\":\"" + group + "\",\"count\":500}");
            case GET_GROUP_DATA ->
                upstream.post(
                        account,
                        method.wireName(),
                        "{\"" + (account.messenger() == Messenger.MAX ? "chatId" : "groupId") + "\":\"" + group
                                + "\"}");
            case GET_MESSAGE, DOWNLOAD_FILE ->
                upstream.post(
                        account,
                        method.wireName(),
                        "{\"chatId\":\"" + person + "\",\"idMessage\":\"3A5C0000000000000001\"}");
            case GET_AVATAR, GET_CONTACT_INFO ->
                upstream.post(account, method.wireName(), "{\"chatId\":\"" + person + "\"}");
            case GET_STATUS_STATISTIC -> upstream.get(account, method.wireName() + "?idMessage=BAE500000000D001");
            case GET_STATE_INSTANCE, GET_SETTINGS, GET_ACCOUNT_SETTINGS, SHOW_MESSAGES_QUEUE, GET_CHATS, GET_CONTACTS ->
                upstream.get(account, method.wireName());
            default -> upstream.get(account, method.wireName() + "?minutes=43200");
        };
    }

    private static void collect(String name, JsonNode value, Set<String> into) {
        if (value.isObject()) {
            value.properties().forEach(field -> collect(field.getKey(), field.getValue(), into));
        } else if (value.isArray()) {
            value.forEach(each -> collect(name, each, into));
        } else if (!PROTOCOL.contains(name) && !value.isBoolean()) {
            TOKEN.matcher(value.asText()).results().map(found -> found.group()).forEach(into::add);
        }
    }

    /** What a word can begin with that is in one of those: most are not, and need no further look. */
    private static Set<String> beginnings(Set<String> kept) {
        return kept.stream()
                .flatMap(each -> IntStream.rangeClosed(0, each.length() - SHORTEST)
                        .mapToObj(from -> each.substring(from, from + SHORTEST)))
                .collect(Collectors.toSet());
    }

    /** A number only as a whole: each number of a recording has zeros as others do. */
    private static boolean isIn(String word, String kept) {
        return Character.isDigit(word.charAt(0)) ? kept.equals(word) : kept.contains(word);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void whatBelongsTogetherStillDoes() {
        upstream.control("POST", "recording", "");
        JsonNode said = upstream.history(SHOP, SHOWCASE, 500);
        JsonNode kept = json(upstream.control("GET", "recording", ""))
                .path("exchanges")
                .path("whatsapp")
                .path(0);

        assertEquals(said.size(), kept.path("body").size());
        assertEquals(
                kept.path("arguments").path("chatId"), kept.path("body").path(0).path("chatId"));
        assertEquals(said.findValues("typeMessage"), kept.findValues("typeMessage"));
        assertEquals(said.findValues("timestamp"), kept.findValues("timestamp"));
        assertEquals(distinct(said, "idMessage"), distinct(kept, "idMessage"), "as many ids");
        assertEquals(distinct(said, "senderId"), distinct(kept, "senderId"), "as many people");
        assertEquals(
                lengths(said.findValues("textMessage")),
                lengths(kept.findValues("textMessage")),
                "texts of the same size");
        List<String> mentioned = kept.findValuesAsText("stanzaId");
        List<String> there = kept.findValuesAsText("idMessage");
        assertTrue(mentioned.stream().anyMatch(there::contains), "quotes lead to their message");
    }

    private static int distinct(JsonNode json, String field) {
        return Set.copyOf(json.findValuesAsText(field)).size();
    }

    private static List<Integer> lengths(List<JsonNode> texts) {
        return texts.stream()
                .filter(text -> !text.asText().startsWith("https"))
                .map(text -> text.asText().codePointCount(0, text.asText().length()))
                .toList();
    }

    @Test
    void aFailureIsKeptWithoutThePathThatHasTheToken() {
        upstream.control("POST", "recording", "");
        HttpResponse<String> refused = upstream.post(SHOP, "getChatHistory", "{\"chatId\":\"nobody\"}");
        String recording = upstream.control("GET", "recording", "").body();

        assertTrue(refused.body().contains(SHOP.token()));
        assertTrue(recording.contains("\"status\":400"));
        assertFalse(recording.toLowerCase(Locale.ROOT).contains("simulated-shop"));
        assertFalse(recording.contains("nobody"));
    }

    @Test
    void nothingIsKeptBeforeItBeginsAndAfterItEnds() {
        upstream.get(SHOP, "getChats");
        assertEquals(400, upstream.control("GET", "recording", "").statusCode());

        upstream.control("POST", "recording", "");
        assertEquals(
                0,
                json(upstream.control("GET", "recording", "")).path("exchanges").size());
        upstream.control("DELETE", "recording", "");
        assertEquals(400, upstream.control("GET", "recording", "").statusCode());
    }
}
