package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.await;
import static dev.greengraph.testsupport.gateway.Gateway.failed;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
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
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statuses that the account sent, and who saw them: a call for the list, one for each status whose views are selected. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class OutgoingStatusApiTest {

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    private static final String LIST =
            "outgoingStatuses { totalCount coverage { isComplete } freshness { state code } nodes { statusId sentAt"
                    + " upstreamType text backgroundColor font downloadUrl fileName mimeType thumbnail deliveryStatus sentByApi"
                    + " recipients { chatId } } }";
    private static final String VIEWS =
            "outgoingStatuses(first: 1) { nodes { views { people { chat { chatId } deliveryStatus at } freshness { state } } } }";
    private static final String SHOWN = "data.account.outgoingStatuses.";

    @Test
    void listsStatusesForOneCall() {
        UpstreamAccount account = sent(upstream.whatsapp());

        succeeded(ask(account, LIST))
                .body(SHOWN + "totalCount", equalTo(2))
                .body(SHOWN + "coverage.isComplete", equalTo(true))
                .body(SHOWN + "nodes.statusId", contains("BAE500000000D002", "BAE500000000D001"))
                .body(SHOWN + "nodes[0].sentAt", equalTo(clock.instant().toString()))
                .body(SHOWN + "nodes.upstreamType", contains("imageMessage", "extendedTextMessage"))
                .body(SHOWN + "nodes.text", contains(nullValue(), equalTo("Open today")))
                .body(SHOWN + "nodes.backgroundColor", contains(nullValue(), equalTo("#228B22")))
                .body(SHOWN + "nodes.mimeType", contains(equalTo("image/jpeg"), nullValue()))
                .body(SHOWN + "nodes.deliveryStatus", contains("READ", "READ"))
                .body(SHOWN + "nodes.sentByApi", contains(true, true))
                .body(SHOWN + "nodes[0].recipients.size()", equalTo(0))
                .body(SHOWN + "nodes[1].recipients.chatId", contains("70000001001@c.us", "70000001002@c.us"));
        assertEquals(List.of("getOutgoingStatuses?minutes=1440"), account.takeCalls());

        clock.advance(Duration.ofSeconds(60));
        succeeded(ask(account, "outgoingStatuses(minutes: 60) { totalCount }"));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void cutsTheListToTheMomentsThatAreWanted() {
        UpstreamAccount account = sent(upstream.whatsapp());
        Instant now = clock.instant();

        succeeded(ask(account, "outgoingStatuses(until: \"%s\") { nodes { statusId } }".formatted(now)))
                .body(SHOWN + "nodes.statusId", contains("BAE500000000D001"));
        succeeded(ask(account, "outgoingStatuses(since: \"%s\") { nodes { statusId } }".formatted(now)))
                .body(SHOWN + "nodes.statusId", contains("BAE500000000D002"));
        assertEquals(List.of("getOutgoingStatuses?minutes=1440"), account.takeCalls());
    }

    @Test
    void asksWhoSawAStatusOnlyWhereThatIsSelected() {
        UpstreamAccount account = sent(upstream.whatsapp())
                .on("getStatusStatistic", Reply.json(sample("get-status-statistic/read-and-delivered")));
        String people = SHOWN + "nodes[0].views.people.";

        succeeded(ask(account, VIEWS))
                .body(people + "chat.chatId", contains("70000001001@c.us", "900000000000001@lid"))
                .body(people + "deliveryStatus", contains("READ", "DELIVERED"))
                .body(people + "at", contains("2025-12-17T19:34:10Z", "2025-12-17T19:34:00Z"));
        succeeded(ask(account, VIEWS));
        assertEquals(
                List.of("getOutgoingStatuses?minutes=1440", "getStatusStatistic?idMessage=BAE500000000D002"),
                account.takeCalls());
    }

    @Test
    void saysThatStatusesAreNotGranted() {
        UpstreamAccount whatsapp =
                upstream.whatsapp().on("getOutgoingStatuses", Reply.status(403, "application/json", "\"Forbidden\""));
        UpstreamAccount max = upstream.max().on("getOutgoingStatuses", Reply.status(404, "text/plain", "Not Found"));

        failed(ask(whatsapp, "outgoingStatuses { totalCount }"), "STATUSES_NOT_ENABLED");
        failed(ask(max, "outgoingStatuses { totalCount }"), "STATUSES_NOT_ENABLED");
    }

    @Test
    void servesTheLastListWhileTheUpstreamFails() {
        UpstreamAccount account = sent(upstream.whatsapp());
        ask(account, LIST);
        account.on("getOutgoingStatuses", Reply.refusal(500, "x"));
        clock.advance(Duration.ofSeconds(61));
        ask(account, LIST);

        await(() -> "UPSTREAM_UNAVAILABLE".equals(ask(account, LIST).extract().path(SHOWN + "freshness.code")));

        succeeded(ask(account, LIST)).body(SHOWN + "freshness.state", equalTo("STALE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Error: forbidden\"", "{}", "null"})
    void refusesAnswersOfAnotherShape(String body) {
        UpstreamAccount account = upstream.whatsapp().on("getOutgoingStatuses", Reply.json(body));
        UpstreamAccount other = sent(upstream.whatsapp()).on("getStatusStatistic", Reply.json(body));

        failed(ask(account, "outgoingStatuses { totalCount }"), "UPSTREAM_INVALID_RESPONSE");
        failed(ask(other, VIEWS), "UPSTREAM_INVALID_RESPONSE");
    }

    /** The recorded statuses, sent now: the picture after the text. */
    private UpstreamAccount sent(UpstreamAccount account) {
        JsonArray statuses = new JsonArray(sample("get-outgoing-statuses/text-and-image"));
        long now = clock.instant().getEpochSecond();
        for (int i = 0; i < statuses.size(); i++) {
            JsonObject status = statuses.getJsonObject(i);
            status.put("timestamp", now - statuses.size() + 1 + i);
        }
        return account.on("getOutgoingStatuses", Reply.json(statuses.encode()));
    }

    private static String sample(String name) {
        return new String(Samples.bytes(name), StandardCharsets.UTF_8);
    }
}
