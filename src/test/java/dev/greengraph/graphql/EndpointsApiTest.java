package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.await;
import static dev.greengraph.testsupport.gateway.Gateway.failed;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
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
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the upstream's methods are doing, and what is served while one does badly. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class EndpointsApiTest {

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    private static final String VERA = "70000001001@c.us";
    private static final String MESSAGES =
            "messages(filter: {direction: INCOMING}) { totalCount freshness { state fetchedAt reason code } }";
    private static final String FRESHNESS = "data.account.messages.freshness.";

    @Test
    void tellsTheRatesWithoutACall() {
        UpstreamAccount whatsapp = upstream.whatsapp();
        UpstreamAccount max = upstream.max();

        ValidatableResponse one = endpoints(whatsapp);
        ValidatableResponse other = endpoints(max);

        assertEquals(List.of(), whatsapp.takeCalls());
        one.body(
                        "data.account.endpoints.endpoint",
                        contains(
                                "GET_CHAT_HISTORY",
                                "GET_MESSAGE",
                                "LAST_INCOMING_MESSAGES",
                                "LAST_OUTGOING_MESSAGES",
                                "GET_INCOMING_STATUSES",
                                "GET_STATE_INSTANCE",
                                "GET_CHATS",
                                "GET_AVATAR",
                                "LAST_INCOMING_CALLS",
                                "LAST_OUTGOING_CALLS",
                                "GET_SETTINGS",
                                "GET_ACCOUNT_SETTINGS",
                                "SHOW_MESSAGES_QUEUE",
                                "GET_GROUP_DATA",
                                "GET_OUTGOING_STATUSES",
                                "GET_STATUS_STATISTIC",
                                "GET_CONTACTS",
                                "GET_CONTACT_INFO",
                                "DOWNLOAD_FILE"))
                .body(
                        "data.account.endpoints.callsPerSecond",
                        contains(1f, 10f, 1f, 1f, 1f, 1f, 1f, 10f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 5f))
                .body("data.account.endpoints.available", everyItem(equalTo(1)))
                .body("data.account.endpoints.waiting", everyItem(equalTo(0)))
                .body("data.account.endpoints.lastAnswerAt", everyItem(nullValue()))
                .body("data.account.endpoints.lastFailure", everyItem(nullValue()));
        other.body("data.account.endpoints.findAll { it.callsPerSecond > 1 }.endpoint", contains("GET_GROUP_DATA"));
    }

    @Test
    void tellsTheLastAnswerAndTheLastFailure() {
        UpstreamAccount account = upstream.whatsapp().on("lastOutgoingMessages", Reply.refusal(500, "x"));
        ask(account, "messages { totalCount }");

        endpoints(account)
                .body(
                        "data.account.endpoints[2].lastAnswerAt",
                        equalTo(clock.instant().toString()))
                .body("data.account.endpoints[2].available", equalTo(0))
                .body("data.account.endpoints[3].lastFailure.code", equalTo("UPSTREAM_UNAVAILABLE"))
                .body(
                        "data.account.endpoints[3].lastFailure.at",
                        equalTo(clock.instant().toString()));
    }

    @Test
    void servesFreshAnswersWithoutACall() {
        UpstreamAccount account = upstream.whatsapp();
        ask(account, MESSAGES)
                .body(FRESHNESS + "fetchedAt", equalTo(clock.instant().toString()));
        account.takeCalls();
        clock.advance(Duration.ofSeconds(5));

        ValidatableResponse answer = ask(account, MESSAGES);

        assertEquals(List.of(), account.takeCalls());
        succeeded(answer).body(FRESHNESS + "state", equalTo("FRESH")).body(FRESHNESS + "reason", nullValue());
    }

    @Test
    void servesStaleAnswersWhileItRefreshesThemOnce() {
        UpstreamAccount account = upstream.whatsapp();
        String before = clock.instant().toString();
        ask(account, MESSAGES);
        account.incoming(received(VERA, id(1), clock.instant()).encode());
        clock.advance(Duration.ofSeconds(6));

        ValidatableResponse stale = ask(account, MESSAGES);

        succeeded(stale)
                .body(FRESHNESS + "state", equalTo("STALE"))
                .body(FRESHNESS + "reason", equalTo("REVALIDATING"))
                .body(FRESHNESS + "fetchedAt", equalTo(before))
                .body("data.account.messages.totalCount", equalTo(0));
        await(() -> ask(account, MESSAGES).extract().path(FRESHNESS + "state").equals("FRESH"));
        ask(account, MESSAGES).body("data.account.messages.totalCount", equalTo(1));
        assertEquals(2, account.takeCalls().size());
    }

    @Test
    void servesStaleAnswersWhenTheUpstreamFails() {
        UpstreamAccount account = upstream.whatsapp();
        ask(account, MESSAGES);
        account.on("lastIncomingMessages", Reply.refusal(500, "x"));
        clock.advance(Duration.ofSeconds(6));
        succeeded(ask(account, MESSAGES)).body(FRESHNESS + "state", equalTo("STALE"));
        await(() -> endpoints(account).extract().path("data.account.endpoints[2].lastFailure") != null);
        clock.advance(Duration.ofSeconds(2));

        succeeded(ask(account, MESSAGES))
                .body(FRESHNESS + "state", equalTo("STALE"))
                .body(FRESHNESS + "reason", equalTo("UPSTREAM_FAILED"))
                .body(FRESHNESS + "code", equalTo("UPSTREAM_UNAVAILABLE"));
    }

    @Test
    void servesStaleAnswersWhenTheBudgetIsUsedUp() {
        UpstreamAccount account = upstream.whatsapp();
        String vera = "chat(chatId: \"" + VERA + "\") { history { freshness { state reason } } }";
        succeeded(ask(account, vera));
        clock.advance(Duration.ofSeconds(31));
        succeeded(ask(account, "chat(chatId: \"70000001002@c.us\") { history { totalCount } }"));
        account.takeCalls();

        ValidatableResponse answer = clock.standingStill(() -> ask(account, vera));

        assertEquals(List.of(), account.takeCalls());
        succeeded(answer)
                .body("data.account.chat.history.freshness.state", equalTo("STALE"))
                .body("data.account.chat.history.freshness.reason", equalTo("RATE_LIMITED"));
    }

    @Test
    void failsOnceTheStaleAnswerIsTooOld() {
        UpstreamAccount account = upstream.whatsapp();
        ask(account, MESSAGES);
        account.on("lastIncomingMessages", Reply.refusal(500, "x"));
        clock.advance(Duration.ofHours(1).plusSeconds(1));

        failed(ask(account, MESSAGES), "UPSTREAM_UNAVAILABLE").body("data.account.messages", nullValue());
    }

    @Test
    void saysWhatIsKnownOfAQuotaThatIsUsedUp() {
        UpstreamAccount account = upstream.whatsapp().on("lastIncomingMessages", refusal("466-method-quota"));
        String shown = "data.account.endpoints[2].exceededQuota.";

        failed(ask(account, MESSAGES), "QUOTA_EXCEEDED");
        ValidatableResponse first = quota(account)
                .body(shown + "calls.used", equalTo(1000))
                .body(shown + "calls.total", equalTo(1000))
                .body(shown + "calls.isExceeded", equalTo(true))
                .body(shown + "chats", nullValue())
                .body("data.account.endpoints[3].exceededQuota", nullValue());
        String since = first.extract().path(shown + "since");
        String until = first.extract().path(shown + "until");
        assertEquals(
                Duration.ofMinutes(10), Duration.between(Instant.parse(since), Instant.parse(until)), "the cooldown");
        assertEquals(1, account.takeCalls().size());

        account.on("lastIncomingMessages", refusal("466-correspondents"));
        clock.advance(Duration.ofMinutes(10));
        String error =
                failed(ask(account, MESSAGES), "QUOTA_EXCEEDED").extract().asString();
        String known = quota(account)
                .body(shown + "since", equalTo(since))
                .body(shown + "until", not(equalTo(until)))
                .body(shown + "calls.used", equalTo(67))
                .body(shown + "calls.isExceeded", equalTo(false))
                .body(shown + "chats.used", equalTo(3))
                .body(shown + "chats.isExceeded", equalTo(true))
                .extract()
                .asString();
        assertFalse((error + known).contains("70000001001"), "a telephone number of the body is shown");

        account.incoming();
        clock.advance(Duration.ofMinutes(10));
        succeeded(ask(account, MESSAGES));
        quota(account).body("data.account.endpoints.exceededQuota", everyItem(nullValue()));
    }

    private static Reply refusal(String sample) {
        return Reply.status(
                466, "application/json", new String(Samples.bytes("errors/" + sample), StandardCharsets.UTF_8));
    }

    private static ValidatableResponse quota(UpstreamAccount account) {
        String limit = " { used total isExceeded } ";
        return succeeded(
                ask(account, "endpoints { exceededQuota { since until calls " + limit + " chats " + limit + "} }"));
    }

    private static ValidatableResponse endpoints(UpstreamAccount account) {
        return succeeded(ask(
                account,
                "endpoints { endpoint callsPerSecond available waiting lastAnswerAt lastFailure { code at } }"));
    }
}
