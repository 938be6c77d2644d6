package dev.greengraph.graphql;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who asks by a header is told what the operation cost in upstream calls. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class CostApiTest {

    private static final String CHATS = "{ account(name: \"%s\") { chats { nodes { title lastMessage { text } } } } }";

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    @Test
    void tellsWhatWasPlannedWhatWasSentAndWhatIsLeft() {
        UpstreamAccount account = upstream.whatsapp();

        ValidatableResponse cold = ask(CHATS.formatted(account.name()), "true");
        assertEquals(2, account.takeCalls().size());
        cold.body("extensions.cost.plannedCalls", equalTo(2))
                .body("extensions.cost.madeCalls", equalTo(2))
                .body(
                        "extensions.cost.budgetLeft",
                        equalTo(List.of(left(account, "lastIncomingMessages"), left(account, "lastOutgoingMessages"))));

        ask(CHATS.formatted(account.name()), "true")
                .body("extensions.cost.plannedCalls", equalTo(2))
                .body("extensions.cost.madeCalls", equalTo(0))
                .body("extensions.cost.budgetLeft.size()", equalTo(2));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void tellsNothingUnasked() {
        ask("{ accounts { name } }", "no").body("extensions", nullValue());
    }

    /** Nothing is asked, also in the background, and nothing is renewed. */
    @Test
    void plansWithoutExecuting() {
        UpstreamAccount account = upstream.whatsapp();
        String query = CHATS.formatted(account.name());

        ask(query, "plan")
                .body("data", nullValue())
                .body("errors", nullValue())
                .body("extensions.cost.plannedCalls", equalTo(2))
                .body("extensions.cost.expectedCalls", equalTo(2))
                .body("extensions.cost.expectedWaitMs", equalTo(0))
                .body("extensions.cost.otherCalls", equalTo(0))
                .body(
                        "extensions.cost.reads",
                        equalTo(List.of(
                                read(account, "lastIncomingMessages", "ABSENT"),
                                read(account, "lastOutgoingMessages", "ABSENT"))));
        assertEquals(List.of(), account.takeCalls());

        ask(query, "true");
        assertEquals(2, account.takeCalls().size());
        ask(query, "plan")
                .body("extensions.cost.expectedCalls", equalTo(0))
                .body("extensions.cost.reads.held", equalTo(List.of("FRESH", "FRESH")));

        clock.advanceBeyondFreshness();
        ask(query, "plan")
                .body("extensions.cost.expectedCalls", equalTo(2))
                .body("extensions.cost.expectedWaitMs", equalTo(0))
                .body("extensions.cost.reads.held", equalTo(List.of("STALE", "STALE")));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void predictsTheWaitForCallsOfOneMethod() {
        UpstreamAccount account = upstream.whatsapp();
        String query =
                "{ account(name: \"%s\") { day: messages { totalCount } week: messages(minutes: 10080) { totalCount }"
                        + " chat(chatId: \"70000001005@c.us\") { history { totalCount } } } }";

        ask(query.formatted(account.name()), "plan")
                .body("extensions.cost.plannedCalls", equalTo(5))
                .body("extensions.cost.otherCalls", equalTo(1))
                .body("extensions.cost.reads.size()", equalTo(4))
                .body("extensions.cost.expectedWaitMs", greaterThanOrEqualTo(1000));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void plansNothingThatIsRefused() {
        UpstreamAccount account = upstream.whatsapp();
        String histories = "{ account(name: \"%s\") { chats(first: 100) { nodes { history { totalCount } } } } }";

        plan(histories.formatted(account.name()), 400).body("errors[0].extensions.code", equalTo("QUERY_TOO_COMPLEX"));
        plan("{ nothing }", 200).body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
        plan("{", 200).body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
        plan("query a { __typename } query b { __typename }", 400)
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
        assertEquals(List.of(), account.takeCalls());
    }

    private static ValidatableResponse plan(String query, int status) {
        return given().contentType("application/json")
                .header("GraphQL-Cost", "plan")
                .body(new JsonObject().put("query", query).encode())
                .post("/graphql")
                .then()
                .statusCode(status)
                .body("data", nullValue());
    }

    private static Map<String, Object> read(UpstreamAccount account, String endpoint, String held) {
        return Map.of("account", account.name(), "endpoint", endpoint, "minutes", 1440, "held", held);
    }

    private static Map<String, Object> left(UpstreamAccount account, String endpoint) {
        return Map.of("account", account.name(), "endpoint", endpoint, "available", 0, "waiting", 0);
    }

    private static ValidatableResponse ask(String query, String asks) {
        return given().contentType("application/json")
                .header("GraphQL-Cost", asks)
                .body(new JsonObject().put("query", query).encode())
                .post("/graphql")
                .then()
                .statusCode(200);
    }
}
