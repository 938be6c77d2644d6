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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls by voice and video: two upstream calls for a list of both. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class CallsApiTest {

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    private static final String CALLS =
            "calls { totalCount coverage { from to isComplete } freshness { state code } nodes { callId direction at status"
                    + " isVideo isGroup durationSeconds chat { chatId } participants { status chat { chatId } } } }";
    private static final String SHOWN = "data.account.calls.";

    @Test
    void listsCallsOfBothDirectionsForTwoCalls() {
        Instant now = clock.instant();
        UpstreamAccount account = missedAndMade(now.minusSeconds(60), now);

        succeeded(ask(account, CALLS + " again: calls(minutes: 1440, first: 1) { totalCount }"))
                .body(SHOWN + "totalCount", equalTo(2))
                .body(SHOWN + "coverage.isComplete", equalTo(true))
                .body(
                        SHOWN + "coverage.from",
                        equalTo(clock.instant().minus(Duration.ofDays(1)).toString()))
                .body(SHOWN + "nodes.callId", contains("CALL000000000002", "CALL000000000001"))
                .body(SHOWN + "nodes.direction", contains("OUTGOING", "INCOMING"))
                .body(
                        SHOWN + "nodes.at",
                        contains(now.toString(), now.minusSeconds(60).toString()))
                .body(SHOWN + "nodes.status", contains("HUNG_UP", "MISSED"))
                .body(SHOWN + "nodes.isVideo", contains(true, false))
                .body(SHOWN + "nodes.durationSeconds", contains(equalTo(42), nullValue()))
                .body(SHOWN + "nodes[0].participants.status", contains("PICKED_UP"))
                .body(SHOWN + "nodes[0].participants[0].chat.chatId", equalTo("70000001001@c.us"))
                .body(SHOWN + "nodes[1].participants.size()", equalTo(0));
        assertEquals(
                Set.of("lastIncomingCalls?minutes=1440", "lastOutgoingCalls?minutes=1440"),
                Set.copyOf(account.takeCalls()));

        clock.advance(Duration.ofSeconds(20));
        succeeded(ask(account, CALLS));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void cutsAShortListOutOfALongerOneThatIsFresh() {
        Instant now = clock.instant();
        UpstreamAccount account = missedAndMade(now.minusSeconds(7200), now);
        succeeded(ask(account, CALLS)).body(SHOWN + "totalCount", equalTo(2));
        account.takeCalls();

        succeeded(ask(account, "calls(minutes: 60) { totalCount }")).body(SHOWN + "totalCount", equalTo(1));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void cutsTheListToTheMomentsThatAreWanted() {
        Instant now = clock.instant();
        UpstreamAccount account = missedAndMade(now.minusSeconds(7200), now);
        String since = now.minusSeconds(7200).toString();

        succeeded(ask(account, "calls(since: \"%s\") { totalCount coverage { from } }".formatted(since)))
                .body(SHOWN + "totalCount", equalTo(2))
                .body(SHOWN + "coverage.from", equalTo(since));
        succeeded(ask(account, "calls(since: \"%s\") { totalCount }".formatted(now.minusSeconds(7199))))
                .body(SHOWN + "totalCount", equalTo(1));
        succeeded(ask(account, "calls(until: \"%s\") { coverage { to isComplete } nodes { callId } }".formatted(now)))
                .body(SHOWN + "nodes.callId", contains("CALL000000000001"))
                .body(SHOWN + "coverage.to", equalTo(now.toString()))
                .body(SHOWN + "coverage.isComplete", equalTo(true));
        assertEquals(2, account.takeCalls().size());

        failed(ask(account, "calls(minutes: 5, since: \"%s\") { totalCount }".formatted(since)), "BAD_REQUEST");
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void pagesThroughTheList() {
        Instant now = clock.instant();
        UpstreamAccount account = missedAndMade(now.minusSeconds(60), now);
        String cursor = ask(account, "calls(first: 1) { pageInfo { endCursor } }")
                .extract()
                .path(SHOWN + "pageInfo.endCursor");

        succeeded(ask(account, "calls(first: 1, after: \"%s\") { nodes { callId } }".formatted(cursor)))
                .body(SHOWN + "nodes.callId", contains("CALL000000000001"));
    }

    @Test
    void servesTheLastListWhileTheUpstreamFails() {
        UpstreamAccount account = upstream.whatsapp();
        ask(account, CALLS);
        account.on("lastIncomingCalls", Reply.refusal(500, "x"));
        clock.advance(Duration.ofSeconds(31));
        ask(account, CALLS);

        await(() -> "UPSTREAM_UNAVAILABLE".equals(ask(account, CALLS).extract().path(SHOWN + "freshness.code")));

        succeeded(ask(account, CALLS)).body(SHOWN + "freshness.state", equalTo("STALE"));
    }

    @Test
    void saysThatTheMethodIsNotGrantedAndRemembersIt() {
        UpstreamAccount account =
                upstream.whatsapp().on("lastIncomingCalls", Reply.status(403, "application/json", "\"Forbidden\""));

        failed(ask(account, "calls { totalCount }"), "METHOD_NOT_ENABLED");
        failed(ask(account, "calls { totalCount }"), "METHOD_NOT_ENABLED");

        assertEquals(
                1,
                account.takeCalls().stream()
                        .filter(call -> call.startsWith("lastIncomingCalls"))
                        .count());
    }

    @Test
    void saysThatTheMessengerHasNone() {
        UpstreamAccount account = upstream.max().on("lastIncomingCalls", Reply.status(404, "text/plain", "Not Found"));

        failed(ask(account, "calls { totalCount }"), "METHOD_NOT_ENABLED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Error: forbidden\"", "{}", "null"})
    void refusesAnswersOfAnotherShape(String body) {
        UpstreamAccount account = upstream.whatsapp().on("lastOutgoingCalls", Reply.json(body));

        failed(ask(account, "calls { totalCount }"), "UPSTREAM_INVALID_RESPONSE");
    }

    @Test
    void showsWhatItDoesNotKnowAsUnknownAndLeavesOutWhatHasNoPlace() {
        UpstreamAccount account = upstream.whatsapp().on("lastIncomingCalls", Reply.json("""
                                [{"idMessage": "C1", "timestamp": %d, "chatId": "120363000000000101@g.us", "status": "held"},
                                 {"idMessage": "C2", "chatId": "70000001001@c.us"}, "x"]""".formatted(
                        clock.instant().getEpochSecond())));

        succeeded(ask(account, CALLS))
                .body(SHOWN + "nodes.callId", contains("C1"))
                .body(SHOWN + "nodes.status", contains("UNKNOWN"))
                .body(SHOWN + "nodes.isGroup", contains(true));
    }

    /** A recorded answer whose calls happened at that time. */
    private static String sample(String name, Instant at) {
        JsonArray calls = new JsonArray(new String(Samples.bytes(name), StandardCharsets.UTF_8));
        calls.forEach(call -> ((JsonObject) call).put("timestamp", at.getEpochSecond()));
        return calls.encode();
    }

    /** An account with one call that it missed and one that it made. */
    private UpstreamAccount missedAndMade(Instant missedAt, Instant madeAt) {
        return upstream.whatsapp()
                .on("lastIncomingCalls", Reply.json(sample("last-incoming-calls/missed", missedAt)))
                .on("lastOutgoingCalls", Reply.json(sample("last-outgoing-calls/video-with-participants", madeAt)));
    }
}
