package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.await;
import static dev.greengraph.testsupport.gateway.Gateway.failed;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static org.hamcrest.Matchers.containsString;
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
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code @freshness} says how fresh a field must be, and costs upstream calls accordingly. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class FreshnessDirectiveApiTest {

    private static final String VERA = "70000001001@c.us";
    private static final String INCOMING = "lastIncomingMessages?minutes=1440";
    private static final String MESSAGES =
            "messages(filter: {direction: INCOMING})%s { totalCount freshness { state reason } }";

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    @Test
    void whoAcceptsOlderAnswersCausesNoCall() {
        UpstreamAccount account = held();
        clock.advance(Duration.ofMinutes(4));

        ValidatableResponse answer = ask(account, MESSAGES.formatted(" @freshness(maxAge: 300)"));

        assertEquals(List.of(), account.takeCalls());
        succeeded(answer)
                .body("data.account.messages.totalCount", equalTo(1))
                .body("data.account.messages.freshness.state", equalTo("FRESH"));
    }

    @Test
    void whoWaitsGetsTheNewAnswer() {
        UpstreamAccount account = held();
        clock.advance(Duration.ofSeconds(3));
        account.incoming();

        ValidatableResponse answer = ask(account, MESSAGES.formatted(" @freshness(maxAge: 2, otherwise: ERROR)"));

        assertEquals(List.of(INCOMING), account.takeCalls());
        succeeded(answer).body("data.account.messages.totalCount", equalTo(0));
    }

    @Test
    void anOperationSpeaksForItsFieldsUnlessTheySpeakThemselves() {
        UpstreamAccount account = held();
        clock.advance(Duration.ofMinutes(4));
        account.incoming();

        ValidatableResponse answer = ask(
                "query($age: Int) @freshness(maxAge: $age) { account(name: \"%s\") { old: %s new: %s } }"
                        .formatted(
                                account.name(),
                                MESSAGES.formatted(""),
                                MESSAGES.formatted(" @freshness(maxAge: 2, otherwise: ERROR)")),
                Map.of("age", 300));

        assertEquals(List.of(INCOMING), account.takeCalls());
        succeeded(answer)
                .body("data.account.old.totalCount", equalTo(1))
                .body("data.account.new.totalCount", equalTo(0));
    }

    @Test
    void whoDoesNotWaitGetsNullAndTheNextOneTheAnswer() {
        UpstreamAccount account = upstream.whatsapp()
                .incoming(received(VERA, id(1), clock.instant()).encode());
        String query = MESSAGES.formatted(" @freshness(maxWait: 0, otherwise: NULL)");

        succeeded(ask(account, query)).body("data.account.messages", nullValue());
        await(() -> ask(account, query).extract().path("data.account.messages.totalCount") != null);

        assertEquals(List.of(INCOMING), account.takeCalls());
    }

    @Test
    void whoWantsAnErrorIsTold() {
        UpstreamAccount account = upstream.whatsapp();

        ValidatableResponse answer = ask(account, MESSAGES.formatted(" @freshness(maxWait: 0, otherwise: ERROR)"));

        failed(answer, "NOT_FRESH_ENOUGH")
                .body("errors[0].extensions.retryable", equalTo(true))
                .body("data.account.messages", nullValue());
    }

    @Test
    void aFailureOfTheUpstreamIsNotHidden() {
        UpstreamAccount account = upstream.whatsapp().on("lastIncomingMessages", Reply.refusal(401, "no"));

        ValidatableResponse answer = ask(account, MESSAGES.formatted(" @freshness(otherwise: NULL)"));

        failed(answer, "UPSTREAM_UNAUTHORIZED").body("data.account.messages", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "maxAge: -1, @freshness(maxAge): must be between 0 and 2592000",
        "maxAge: 2592001, @freshness(maxAge): must be between 0 and 2592000",
        "maxWait: 61, @freshness(maxWait): must be between 0 and 60"
    })
    void saysWhatItsArgumentsMustBe(String argument, String message) {
        UpstreamAccount account = upstream.whatsapp();

        ValidatableResponse answer = ask(account, MESSAGES.formatted(" @freshness(" + argument + ")"));

        assertEquals(List.of(), account.takeCalls());
        failed(answer, "BAD_REQUEST").body("errors[0].message", containsString(message));
    }

    /** An answer that is fresh for long is sent again only as long as its arguments mean the same window. */
    @Test
    void aFixedBeginningLiesFartherBackAsTimePasses() {
        UpstreamAccount account = upstream.whatsapp();
        String query = "messages(filter: {direction: INCOMING}, since: \"%s\") @freshness(maxAge: 300) { totalCount }"
                .formatted(clock.instant().minus(Duration.ofMinutes(59)));
        succeeded(ask(account, query));
        assertEquals(List.of("lastIncomingMessages?minutes=60"), account.takeCalls());

        clock.advance(Duration.ofMinutes(1));
        succeeded(ask(account, query));
        assertEquals(List.of(), account.takeCalls());

        clock.advance(Duration.ofSeconds(1));
        succeeded(ask(account, query));
        assertEquals(List.of(INCOMING), account.takeCalls());
    }

    private UpstreamAccount held() {
        UpstreamAccount account = upstream.whatsapp()
                .incoming(received(VERA, id(1), clock.instant()).encode());
        ask(account, MESSAGES.formatted(""));
        assertEquals(List.of(INCOMING), account.takeCalls());
        return account;
    }
}
