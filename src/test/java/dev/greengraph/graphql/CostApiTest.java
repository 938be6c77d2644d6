package dev.greengraph.graphql;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who asks by a header is told what the operation cost in upstream calls. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class CostApiTest {

    private static final String CHATS = "{ account(name: \"%s\") { chats { nodes { title lastMessage { text } } } } }";

    FakeUpstream upstream;

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
