package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.await;
import static dev.greengraph.testsupport.gateway.Gateway.failed;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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

/** A group with its members: a call only where it is selected. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class GroupApiTest {

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    private static final String VERA = "70000001001@c.us";
    private static final String GROUP = "120363000000000101@g.us";
    private static final String MEMBERS = "group { subject description createdAt memberCount owner { chatId } members"
            + " { isAdmin isOwner lid chat { chatId } } freshness { state code } }";
    private static final String OF_GROUP = "data.account.chat.group.";

    @Test
    void showsAGroupWithItsMembers() {
        UpstreamAccount account = upstream.whatsapp().on("getGroupData", sample("get-group-data/whatsapp-two-members"));
        String shown = succeeded(ask(account, chat(GROUP, MEMBERS)))
                .body(OF_GROUP + "subject", equalTo("Sample group"))
                .body(OF_GROUP + "createdAt", equalTo("2025-12-17T19:16:40Z"))
                .body(OF_GROUP + "memberCount", equalTo(2))
                .body(OF_GROUP + "owner.chatId", equalTo("70000001000@c.us"))
                .body(OF_GROUP + "members.chat.chatId", contains("70000001000@c.us", VERA))
                .body(OF_GROUP + "members.lid", contains("900000000000000@lid", "900000000000003@lid"))
                .body(OF_GROUP + "members.isAdmin", contains(true, false))
                .body(OF_GROUP + "members.isOwner", contains(true, false))
                .extract()
                .asString();
        assertFalse(shown.contains("nvite"), "the link that invites");
        assertEquals(List.of("getGroupData {\"groupId\":\"" + GROUP + "\"}"), account.takeCalls());

        clock.advance(Duration.ofMinutes(10));
        succeeded(ask(account, chat(GROUP, MEMBERS)));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void readsAGroupOfMax() {
        UpstreamAccount account = upstream.max().on("getGroupData", sample("get-group-data/max-two-members"));

        succeeded(ask(account, chat("-70000000000001", MEMBERS)))
                .body(OF_GROUP + "members.chat.chatId", contains("10000000", "10000001"))
                .body(OF_GROUP + "members.lid", contains(nullValue(), nullValue()));
        assertEquals(List.of("getGroupData {\"chatId\":\"-70000000000001\"}"), account.takeCalls());
    }

    @Test
    void aPersonalChatHasNoGroup() {
        UpstreamAccount account = upstream.whatsapp();

        succeeded(ask(account, chat(VERA, MEMBERS))).body("data.account.chat.group", nullValue());
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void servesTheLastGroupWhileTheUpstreamFails() {
        UpstreamAccount account = upstream.whatsapp().on("getGroupData", sample("get-group-data/whatsapp-two-members"));
        String group = chat(GROUP, MEMBERS);
        ask(account, group);
        account.on("getGroupData", Reply.refusal(500, "x"));
        clock.advance(Duration.ofMinutes(11));
        ask(account, group);

        await(() -> "UPSTREAM_UNAVAILABLE".equals(ask(account, group).extract().path(OF_GROUP + "freshness.code")));

        succeeded(ask(account, group)).body(OF_GROUP + "freshness.state", equalTo("STALE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Error: item-not-found\"", "\"Error: forbidden\"", "{}", "7"})
    void refusesAnswersOfAnotherShape(String body) {
        UpstreamAccount account = upstream.whatsapp().on("getGroupData", Reply.json(body));

        failed(ask(account, chat(GROUP, MEMBERS)), "UPSTREAM_INVALID_RESPONSE");
    }

    private static String chat(String id, String fields) {
        return "chat(chatId: \"%s\") { %s }".formatted(id, fields);
    }

    private static Reply sample(String name) {
        return Reply.json(new String(Samples.bytes(name), StandardCharsets.UTF_8));
    }
}
