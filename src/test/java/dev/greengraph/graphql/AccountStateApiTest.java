package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.await;
import static dev.greengraph.testsupport.gateway.Gateway.failed;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static org.hamcrest.Matchers.equalTo;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether an account works: one call, remembered. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class AccountStateApiTest {

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    private static final String STATE = "state { kind upstreamState freshness { state code } }";
    private static final String SHOWN = "data.account.state.";

    @Test
    void asksOnceAndRemembers() {
        UpstreamAccount account =
                upstream.whatsapp().on("getStateInstance", Reply.json("{\"stateInstance\":\"authorized\"}"));

        succeeded(ask(account, STATE + " again: " + STATE))
                .body(SHOWN + "kind", equalTo("AUTHORIZED"))
                .body(SHOWN + "freshness.state", equalTo("FRESH"))
                .body("data.account.again.kind", equalTo("AUTHORIZED"));
        assertEquals(List.of("getStateInstance"), account.takeCalls());

        clock.advance(Duration.ofSeconds(10));
        succeeded(ask(account, STATE));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void asksOnMaxBelowItsVersion() {
        UpstreamAccount account =
                upstream.max().on("getStateInstance", Reply.json("{\"stateInstance\":\"suspended\"}"));

        succeeded(ask(account, STATE)).body(SHOWN + "kind", equalTo("SUSPENDED"));
    }

    @Test
    void servesTheLastStateWhileTheUpstreamFails() {
        UpstreamAccount account =
                upstream.whatsapp().on("getStateInstance", Reply.json("{\"stateInstance\":\"starting\"}"));
        ask(account, STATE);
        account.on("getStateInstance", Reply.refusal(500, "x"));
        clock.advance(Duration.ofSeconds(11));
        ask(account, STATE);

        await(() -> "UPSTREAM_UNAVAILABLE".equals(ask(account, STATE).extract().path(SHOWN + "freshness.code")));

        succeeded(ask(account, STATE))
                .body(SHOWN + "kind", equalTo("STARTING"))
                .body(SHOWN + "freshness.state", equalTo("STALE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"authorized\"", "[]", "{}", "{\"stateInstance\":{}}", "null"})
    void refusesAnswersOfAnotherShape(String body) {
        UpstreamAccount account = upstream.whatsapp().on("getStateInstance", Reply.json(body));

        ValidatableResponse answer = ask(account, STATE);

        failed(answer, "UPSTREAM_INVALID_RESPONSE").body("data.account.state", equalTo(null));
    }
}
