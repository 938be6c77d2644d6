package dev.greengraph.auth;

import static dev.greengraph.auth.KnownCaller.withKey;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.Gateway;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.Reply;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A gateway that works on as much as it may: room for one operation, and for one that waits. */
@QuarkusTest
@TestProfile(FullHouseApiTest.OneSlot.class)
class FullHouseApiTest {

    private static final KnownCaller ROOT = withKey(ApiKeyProfile.ROOT);
    private static final KnownCaller NOBODY = withKey("key-of-nobody-0123456789-0123456789");

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    @Test
    void whoIsNotKnownTakesNoPlaceFromWhoIs() {
        Queue<Runnable> held = new ConcurrentLinkedQueue<>();
        UpstreamAccount account = upstream.whatsapp()
                .on(
                        "lastIncomingMessages",
                        (request, body) ->
                                held.add(() -> Reply.rows(received("70000001001@c.us", id(1), clock.instant())
                                                .encode())
                                        .send(request, body)));
        HttpClient client = HttpClient.newHttpClient();
        CompletableFuture<String> working = ROOT.later(
                client,
                "{ account(name: \"%s\") { messages(filter: {direction: INCOMING}) { totalCount } } }"
                        .formatted(account.name()));
        Gateway.await(() -> !held.isEmpty());

        List<CompletableFuture<String>> unknown = Stream.generate(() -> NOBODY.later(client, "{ accounts { name } }"))
                .limit(3)
                .toList();
        CompletableFuture<String> waiting =
                ROOT.later(client, "{ account(name: \"%s\") { name } }".formatted(account.name()));

        unknown.forEach(answer -> assertTrue(soon(answer).contains("UNAUTHENTICATED"), answer::join));
        held.remove().run();
        assertTrue(soon(working).contains("\"totalCount\":1"), working::join);
        assertEquals("{\"data\":{\"account\":{\"name\":\"%s\"}}}".formatted(account.name()), soon(waiting));
    }

    private static String soon(CompletableFuture<String> answer) {
        return answer.orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** Room for one, and for one more that waits. */
    public static class OneSlot extends ApiKeyProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("greengraph.limits.operations-in-flight", "1");
            settings.put("greengraph.limits.operations-waiting", "1");
            settings.put("greengraph.limits.waiting-time", "1m");
            return settings;
        }
    }
}
