package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.failed;
import static dev.greengraph.testsupport.gateway.Gateway.send;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static dev.greengraph.testsupport.gateway.Rows.sent;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.Samples;
import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.gateway.Reply;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An inbox of fifty chats, five of them groups, with all that a list shows of them: what is planned, and what it costs. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class InboxApiTest {

    private static final int CHATS = 50;
    private static final int GROUPS = 5;
    private static final String JOURNALS_AND = "lastIncomingMessages?minutes=1440 lastOutgoingMessages?minutes=1440";
    private static final String LIST = "chats(first: 50) { nodes { id title unreadCount lastMessage { id text } } }";
    private static final String PICTURES = "chats(first: 50) @freshness(maxAge: 600) { nodes { id avatar { url } } }";

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    @Test
    void namesLastMessagesAndUnreadCountsOfFiftyChatsAreTwoCalls() {
        UpstreamAccount account = inbox();

        plan(account, LIST).body("extensions.cost.plannedCalls", equalTo(2));
        succeeded(ask(account, LIST))
                .body("data.account.chats.nodes", hasSize(CHATS))
                .body("data.account.chats.nodes.findAll { it.title == 'Nick' }.id", hasSize(CHATS - GROUPS))
                .body("data.account.chats.nodes.lastMessage.text", everyItem(notNullValue()));

        assertEquals(
                JOURNALS_AND,
                String.join(" ", account.takeCalls().stream().sorted().toList()));
        plan(account, LIST).body("extensions.cost.expectedCalls", equalTo(0));
        succeeded(ask(account, LIST));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void namesOfGroupsAreOneCallForAllOfThem() {
        UpstreamAccount account = inbox();
        String names = IntStream.range(0, GROUPS)
                .mapToObj(i -> "{\"id\":\"%s\",\"name\":\"Group %d\",\"type\":\"group\"}".formatted(chat(i), i))
                .collect(Collectors.joining(",", "[", "]"));
        account.on("getChats", Reply.json(names));

        succeeded(ask(account, "chatList(first: 1) { totalCount }"));
        assertEquals(List.of("getChats"), account.takeCalls());
        succeeded(ask(account, LIST)).body("data.account.chats.nodes.title", everyItem(notNullValue()));

        assertEquals(2, account.takeCalls().size());
    }

    @Test
    void aPictureThatWasAskedForAnywhereIsThereInTheList() {
        UpstreamAccount account = inbox();

        plan(account, PICTURES).body("extensions.cost.plannedCalls", equalTo(2 + CHATS / 10));
        for (int i = 0; i < CHATS; i++) {
            succeeded(ask(account, "chat(chatId: \"%s\") { avatar { url } }".formatted(chat(i))));
            clock.advance(Duration.ofMillis(200));
        }
        succeeded(ask(account, PICTURES)).body("data.account.chats.nodes.avatar.url", everyItem(notNullValue()));

        List<String> calls = account.takeCalls();
        assertEquals(2 + CHATS, calls.size(), calls::toString);
        assertEquals(
                CHATS,
                calls.stream()
                        .filter(call -> call.startsWith("getAvatar"))
                        .distinct()
                        .count());
        succeeded(ask(account, PICTURES));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void groupsAreACallEachSoOnlyAFewAtATime() {
        UpstreamAccount account = inbox();
        String groups =
                "chats(kind: GROUP, first: %d) @freshness(maxAge: 600) { nodes { group { subject memberCount } } }";

        plan(account, groups.formatted(GROUPS)).body("extensions.cost.plannedCalls", equalTo(2 + GROUPS));
        for (int i = 0; i < GROUPS; i++) {
            ask(account, groups.formatted(GROUPS));
            clock.advance(Duration.ofSeconds(2));
        }
        succeeded(ask(account, groups.formatted(GROUPS)))
                .body("data.account.chats.nodes.group.subject", hasSize(GROUPS))
                .body("data.account.chats.nodes.group.subject", everyItem(notNullValue()));
        assertEquals(2 + GROUPS, account.takeCalls().size());
        succeeded(ask(account, groups.formatted(GROUPS)));
        failed(send(body(account, groups.formatted(CHATS))).statusCode(400), "QUERY_TOO_COMPLEX");
        assertTrue(account.takeCalls().isEmpty());
    }

    /** The last message of every second chat was sent, of the others received. */
    private UpstreamAccount inbox() {
        return upstream.whatsapp()
                .incoming(IntStream.range(0, CHATS)
                        .mapToObj(i -> received(chat(i), id(i), clock.instant().minusSeconds(60L + i))
                                .encode())
                        .toArray(String[]::new))
                .outgoing(IntStream.range(0, CHATS)
                        .filter(i -> i % 2 == 0)
                        .mapToObj(i -> sent(
                                        chat(i), id(CHATS + i), clock.instant().minusSeconds(i))
                                .encode())
                        .toArray(String[]::new))
                .on("getAvatar", Reply.json(sample("get-avatar/person")))
                .on("getGroupData", Reply.json(sample("get-group-data/whatsapp-two-members")));
    }

    private static String chat(int number) {
        return number < GROUPS ? "12036300000000010%d@g.us".formatted(number) : "70000001%03d@c.us".formatted(number);
    }

    private static ValidatableResponse ask(UpstreamAccount account, String fields) {
        return send(body(account, fields)).statusCode(200);
    }

    private static ValidatableResponse plan(UpstreamAccount account, String fields) {
        return given().contentType("application/json")
                .header("GraphQL-Cost", "plan")
                .body(body(account, fields))
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    private static String body(UpstreamAccount account, String fields) {
        return new JsonObject()
                .put("query", "{ account(name: \"%s\") { %s } }".formatted(account.name(), fields))
                .encode();
    }

    private static String sample(String name) {
        return new String(Samples.bytes(name), StandardCharsets.UTF_8);
    }
}
