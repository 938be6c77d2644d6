package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.await;
import static dev.greengraph.testsupport.gateway.Gateway.failed;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static dev.greengraph.testsupport.gateway.Rows.sent;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.Samples;
import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.gateway.Reply;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of all chats: one call, with the names of groups and the chats that the journals show. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class ChatListApiTest {

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    private static final String VERA = "70000001001@c.us";
    private static final String GROUP = "120363000000000101@g.us";
    private static final String NEW = "70000001002@c.us";
    private static final String LIST =
            "chatList { totalCount freshness { state code } nodes { chatId title isArchived } }";
    private static final String SHOWN = "data.account.chatList.";

    @Test
    void namesEveryChatForOneCall() {
        UpstreamAccount account = listed(upstream.whatsapp());

        succeeded(ask(account, LIST))
                .body(SHOWN + "totalCount", equalTo(2))
                .body(SHOWN + "nodes.chatId", contains(VERA, GROUP))
                .body(SHOWN + "nodes.title", contains("Вера Примерова", "Sample group"))
                .body(SHOWN + "nodes.isArchived", contains(false, true));
        assertEquals(List.of("getChats"), account.takeCalls());

        clock.advance(Duration.ofSeconds(60));
        succeeded(ask(account, LIST));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void asksNoMoreThanOnceAMinuteWhateverIsDemanded() {
        UpstreamAccount account = listed(upstream.whatsapp());
        String strict = "chatList @freshness(maxAge: 1, otherwise: ERROR) { totalCount }";
        succeeded(ask(account, strict));
        clock.advance(Duration.ofSeconds(59));

        succeeded(ask(account, strict)).body(SHOWN + "totalCount", equalTo(2));
        assertEquals(List.of("getChats"), account.takeCalls());
    }

    @Test
    void readsTheListOfMax() {
        UpstreamAccount account = upstream.max().on("getChats", Reply.json(sample("get-chats/max-person-and-group")));

        succeeded(ask(account, LIST))
                .body(SHOWN + "nodes.chatId", contains("10000001", "-70000000000001"))
                .body(SHOWN + "nodes.title", contains("Вера", "Sample group"))
                .body(SHOWN + "nodes.isArchived", contains(nullValue(), nullValue()));
    }

    @Test
    void putsTheChatsOfTheHeldJournalsFirst() {
        UpstreamAccount account = listed(upstream.whatsapp())
                .incoming(received(NEW, id(1), clock.instant()).encode())
                .outgoing(sent(GROUP, id(2), clock.instant().minusSeconds(9)).encode());
        succeeded(ask(account, "chats { totalCount }"));
        account.takeCalls();

        succeeded(ask(account, LIST + " rest: chatList(first: 1, isArchived: false) { totalCount nodes { chatId } }"))
                .body(SHOWN + "nodes.chatId", contains(NEW, GROUP, VERA))
                .body(SHOWN + "nodes.title", contains("Nick", "Sample group", "Вера Примерова"))
                .body(SHOWN + "nodes.isArchived", contains(nullValue(), equalTo(true), equalTo(false)))
                .body("data.account.rest.totalCount", equalTo(2))
                .body("data.account.rest.nodes.chatId", contains(NEW));
        assertEquals(List.of("getChats"), account.takeCalls());
    }

    @Test
    void namesGroupsOfTheJournalsFromTheListThatIsHeld() {
        UpstreamAccount account = listed(upstream.whatsapp())
                .incoming(received(GROUP, id(1), clock.instant()).encode());
        String chats = "chats { nodes { title } }";
        succeeded(ask(account, chats)).body("data.account.chats.nodes.title", contains(nullValue()));
        succeeded(ask(account, "chatList(kind: GROUP) { totalCount }")).body(SHOWN + "totalCount", equalTo(1));
        account.takeCalls();

        succeeded(ask(account, chats)).body("data.account.chats.nodes.title", contains("Sample group"));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void asksForPageAfterPageOnlyOnce() {
        UpstreamAccount account = listed(upstream.whatsapp());
        String cursor = ask(account, "chatList(first: 1) { pageInfo { endCursor hasNextPage } }")
                .body(SHOWN + "pageInfo.hasNextPage", equalTo(true))
                .extract()
                .path(SHOWN + "pageInfo.endCursor");

        succeeded(ask(
                        account,
                        "chatList(first: 1, after: \"%s\") { nodes { chatId } pageInfo { hasNextPage } }"
                                .formatted(cursor)))
                .body(SHOWN + "nodes.chatId", contains(GROUP))
                .body(SHOWN + "pageInfo.hasNextPage", equalTo(false));
        assertEquals(List.of("getChats"), account.takeCalls());
    }

    @Test
    void servesTheLastListWhileTheUpstreamFails() {
        UpstreamAccount account = listed(upstream.whatsapp());
        ask(account, LIST);
        account.on("getChats", Reply.refusal(500, "x"));
        clock.advance(Duration.ofSeconds(61));
        ask(account, LIST);

        await(() -> "UPSTREAM_UNAVAILABLE".equals(ask(account, LIST).extract().path(SHOWN + "freshness.code")));

        succeeded(ask(account, LIST))
                .body(SHOWN + "totalCount", equalTo(2))
                .body(SHOWN + "freshness.state", equalTo("STALE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Error: forbidden\"", "{}", "null"})
    void refusesAnswersOfAnotherShape(String body) {
        UpstreamAccount account = upstream.whatsapp().on("getChats", Reply.json(body));

        failed(ask(account, "chatList { totalCount }"), "UPSTREAM_INVALID_RESPONSE");
    }

    @Test
    void leavesEntriesOutThatNameNoChat() {
        UpstreamAccount account = upstream.whatsapp()
                .on(
                        "getChats",
                        Reply.json(
                                "[7, {\"name\":\"x\"}, {\"id\":\"" + VERA + "\",\"archive\":\"no\",\"name\":\".\"}]"));

        succeeded(ask(account, "chatList { nodes { chatId isArchived } }"))
                .body(SHOWN + "nodes.chatId", contains(VERA))
                .body(SHOWN + "nodes.isArchived", contains(nullValue()));
    }

    @Test
    void asksForEachPictureOnce() {
        UpstreamAccount account = listed(upstream.whatsapp()).on("getAvatar", Reply.json(sample("get-avatar/person")));
        succeeded(ask(account, chat(GROUP, "avatar { url }")));
        clock.advance(Duration.ofSeconds(1));

        succeeded(ask(account, "chatList { nodes { avatar { url freshness { state } } } }"))
                .body(SHOWN + "nodes.avatar.url", everyItem(equalTo("https://pictures.example/v/t61/70000001001.jpg")))
                .body(SHOWN + "nodes.avatar.freshness.state", contains("FRESH", "FRESH"));
        assertEquals(
                List.of(
                        "getAvatar {\"chatId\":\"" + GROUP + "\"}",
                        "getChats",
                        "getAvatar {\"chatId\":\"" + VERA + "\"}"),
                account.takeCalls());

        clock.advance(Duration.ofMinutes(60).minusSeconds(1));
        succeeded(ask(account, chat(VERA, "avatar { url }")));
        assertEquals(List.of(), account.takeCalls());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"urlAvatar\":\"\",\"available\":false}",
                "{\"urlAvatar\":null}",
                "{\"urlAvatar\":\"javascript:alert(1)\"}"
            })
    void showsNoPictureWhereThereIsNone(String body) {
        UpstreamAccount account = upstream.whatsapp().on("getAvatar", Reply.json(body));

        succeeded(ask(account, chat(VERA, "avatar { url }"))).body("data.account.chat.avatar", nullValue());
    }

    @Test
    void aPictureOfAnotherShapeIsAnError() {
        UpstreamAccount account = upstream.whatsapp().on("getAvatar", Reply.json("\"Error: item-not-found\""));

        failed(ask(account, chat(VERA, "avatar { url }")), "UPSTREAM_INVALID_RESPONSE");
    }

    private static String chat(String id, String fields) {
        return "chat(chatId: \"%s\") { %s }".formatted(id, fields);
    }

    private static UpstreamAccount listed(UpstreamAccount account) {
        return account.on("getChats", Reply.json(sample("get-chats/whatsapp-person-and-group")));
    }

    private static String sample(String name) {
        return new String(Samples.bytes(name), StandardCharsets.UTF_8);
    }
}
