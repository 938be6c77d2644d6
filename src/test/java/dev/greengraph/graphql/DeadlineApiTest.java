package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.gateway.Reply;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The engine of the running gateway knows the deadline of an operation. */
@QuarkusTest
@TestProfile(DeadlineApiTest.ShortOperations.class)
class DeadlineApiTest {

    FakeUpstream upstream;

    @Test
    void answersWhatIsThereAtTheDeadline() {
        UpstreamAccount account = upstream.whatsapp().on("getChatHistory", Reply.hang());

        ask("{ account(name: \"%s\") { name chat(chatId: \"70000000001@c.us\") { chatId history { totalCount } } } }"
                        .formatted(account.name()))
                .statusCode(200)
                .body("data.account.name", equalTo(account.name()))
                .body("data.account.chat.history", nullValue())
                .body("errors[0].extensions.code", equalTo("UPSTREAM_TIMEOUT"))
                .body("errors[0].message", equalTo("The request took longer than it may."));
        assertEquals(1, account.takeCalls().size());
    }

    /** The upstream call may take much longer than the operation. */
    public static class ShortOperations extends GatewayProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("greengraph.limits.request-time", "1s");
            settings.put("greengraph.upstream.timeout", "60s");
            return settings;
        }
    }
}
