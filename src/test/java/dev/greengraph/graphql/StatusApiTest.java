package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.failed;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statuses of contacts, and accounts that have none. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class StatusApiTest {

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    private static final String VERA = "70000001001@c.us";
    private static final String CALL = "getIncomingStatuses?minutes=1440";

    @Test
    void listsStatusesNewestFirstForOneCall() {
        UpstreamAccount account = upstream.whatsapp().statuses(status(VERA, 1), status("70000001002@c.us", 2));

        ValidatableResponse answer = ask(
                account,
                "statuses { totalCount nodes { __typename statusId text sender { contactId } chat { chatId } } }"
                        + " chat(chatId: \"" + VERA + "\") { statuses { nodes { statusId } } }");

        assertEquals(List.of(CALL), account.takeCalls());
        succeeded(answer)
                .body("data.account.statuses.nodes.statusId", contains(id(2), id(1)))
                .body("data.account.statuses.nodes.__typename", contains("TextStatus", "TextStatus"))
                .body("data.account.statuses.nodes.sender.contactId", contains("70000001002@c.us", VERA))
                .body("data.account.chat.statuses.nodes.statusId", contains(id(1)));
    }

    @Test
    void listsThoseOfOneSender() {
        UpstreamAccount account = upstream.whatsapp().statuses(status(VERA, 1), status("70000001002@c.us", 2));

        ValidatableResponse answer =
                ask(account, "statuses(senderId: \"" + VERA + "\") { totalCount nodes { statusId } }");

        assertEquals(List.of(CALL), account.takeCalls());
        succeeded(answer)
                .body("data.account.statuses.totalCount", equalTo(1))
                .body("data.account.statuses.nodes.statusId", contains(id(1)));
    }

    @Test
    void showsOneByItsIdFromTheSameList() {
        UpstreamAccount account = upstream.whatsapp().statuses(status(VERA, 1), status("70000001002@c.us", 2));

        ValidatableResponse answer = ask(
                account,
                "one: status(statusId: \"%s\") { id text sender { contactId } } none: status(statusId: \"X\") { id }"
                                .formatted(id(1))
                        + " statuses { nodes { id statusId } }");

        assertEquals(List.of(CALL), account.takeCalls());
        succeeded(answer)
                .body("data.account.one.text", equalTo("story 1"))
                .body("data.account.one.sender.contactId", equalTo(VERA))
                .body("data.account.one.id", equalTo(answer.extract().path("data.account.statuses.nodes[1].id")))
                .body("data.account.none", nullValue());
    }

    @Test
    void looksForOneAsFarBackAsIsWanted() {
        UpstreamAccount account = upstream.whatsapp().statuses(status(VERA, 1));

        failed(ask(account, "status(statusId: \"%s\", minutes: 43201) { id }".formatted(id(1))), "BAD_REQUEST");
        assertEquals(List.of(), account.takeCalls());
        succeeded(ask(account, "status(statusId: \"%s\", minutes: 10080) { text }".formatted(id(1))))
                .body("data.account.status.text", equalTo("story 1"));
        assertEquals(List.of("getIncomingStatuses?minutes=10080"), account.takeCalls());
    }

    @Test
    void saysThatMaxHasNone() {
        UpstreamAccount account = upstream.max().on("getIncomingStatuses", Reply.refusal(404, "Cannot GET"));

        ValidatableResponse answer = ask(account, "name statuses { totalCount }");

        assertEquals(List.of(CALL), account.takeCalls());
        failed(answer, "STATUSES_NOT_ENABLED")
                .body("data.account.name", equalTo(account.name()))
                .body("data.account.statuses", nullValue());
    }

    @Test
    void saysThatTheyAreNotGranted() {
        UpstreamAccount account =
                upstream.whatsapp().on("getIncomingStatuses", Reply.status(403, "application/json", "Forbidden"));

        failed(ask(account, "statuses { totalCount }"), "STATUSES_NOT_ENABLED");
    }

    @Test
    void saysThatTheAddressIsWrongWhereTheProxyRefuses() {
        UpstreamAccount account =
                upstream.whatsapp().on("getIncomingStatuses", Reply.status(403, "text/html", "<html>403</html>"));

        failed(ask(account, "statuses { totalCount }"), "UPSTREAM_UNAUTHORIZED");
    }

    private String status(String sender, int number) {
        return received("status@broadcast", id(number), clock.instant().plusSeconds(number - 60))
                .put("chatId", sender)
                .put("senderId", sender)
                .put("typeMessage", "extendedTextMessage")
                .put("extendedTextMessage", new JsonObject().put("text", "story " + number))
                .encode();
    }
}
