package dev.greengraph.observe.trace;

import static dev.greengraph.testsupport.gateway.Gateway.await;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.gateway.CollectedSpans;
import dev.greengraph.testsupport.gateway.FakeCollector;
import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.TracedGatewayProfile;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.core.MultiMap;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TracedGatewayProfile.class)
class TracesTest {

    private static final String CALLERS_TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALLERS_SPAN = "b7ad6b7169203331";

    FakeUpstream upstream;
    FakeCollector collector;

    @Inject
    CollectedSpans spans;

    @Inject
    GatewayClock clock;

    @Test
    void continuesTheTraceOfTheCaller() {
        ask(upstream.whatsapp());

        await(() -> spans.all().stream().anyMatch(span -> span.getParentSpanId().equals(CALLERS_SPAN)));
        SpanData request = spans.all().stream()
                .filter(span -> span.getParentSpanId().equals(CALLERS_SPAN))
                .findFirst()
                .orElseThrow();
        assertEquals(CALLERS_TRACE, request.getTraceId());
        assertEquals(SpanKind.SERVER, request.getKind());
        assertEquals("POST /graphql", request.getName());
    }

    @Test
    void namesAnUpstreamCallByItsTemplate() {
        UpstreamAccount account = upstream.whatsapp();
        String template = "/waInstance{idInstance}/getIncomingStatuses/{apiTokenInstance}";
        int before = calls(template).size();

        ask(account);

        await(() -> calls(template).size() > before);
        SpanData call = calls(template).get(before);
        String address = call.getAttributes().get(AttributeKey.stringKey("url.full"));
        assertTrue(address.startsWith("http://127.0.0.1:") && address.endsWith(template), address);
        assertEquals(200L, call.getAttributes().get(AttributeKey.longKey("http.response.status_code")));
    }

    /** One call serves many; the trace is that of the first, who had it made. */
    @Test
    void aCallBelongsToTheTraceOfWhoMadeItNecessary() {
        String template = "/waInstance{idInstance}/getIncomingStatuses/{apiTokenInstance}";
        int before = calls(template).size();

        ask(upstream.whatsapp());

        await(() -> calls(template).size() > before);
        assertEquals(CALLERS_TRACE, calls(template).get(before).getTraceId());
    }

    @Test
    void tellsTheUpstreamNothingOfTheCaller() {
        AtomicReference<MultiMap> headers = new AtomicReference<>();
        UpstreamAccount account = upstream.whatsapp().on("getIncomingStatuses", (request, body) -> {
            headers.set(request.headers());
            request.response().putHeader("Content-Type", "application/json").end("[]");
        });

        ask(account);

        assertEquals(
                List.of("Accept", "Accept-Encoding", "User-Agent", "host"),
                headers.get().names().stream().sorted().toList());
    }

    @Test
    void keepsTheQueryOfAnAddressToItself() {
        given().get("/nowhere/7391?variables=secret-of-a-caller").then().statusCode(404);

        await(() -> spans.all().toString().contains("/nowhere/7391"));
        assertFalse(spans.all().toString().contains("secret-of-a-caller"));
    }

    @Test
    void sendsSpansToTheCollector() {
        ask(upstream.whatsapp());

        await(() -> collector.received().contains("getIncomingStatuses/{apiTokenInstance}"));
    }

    @Test
    void isNamedInTheLog() {
        List<String> traces = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                traces.add(line.getLevel() + " " + MDC.get("traceId"));
            }

            @Override
            public void flush() {
                // nothing is held back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        Logger logger = Logger.getLogger("dev.greengraph");
        logger.addHandler(handler);
        clock.breakWith(new IllegalStateException("broken"));

        send(upstream.whatsapp());

        clock.repair();
        logger.removeHandler(handler);
        assertTrue(traces.contains("ERROR " + CALLERS_TRACE), traces::toString);
    }

    private static void ask(UpstreamAccount account) {
        send(account).then().statusCode(200);
    }

    private static Response send(UpstreamAccount account) {
        return given().contentType("application/json")
                .header("traceparent", "00-" + CALLERS_TRACE + "-" + CALLERS_SPAN + "-01")
                .header("tracestate", "vendor=state-of-a-caller")
                .header("baggage", "user=somebody")
                .header("X-Request-Id", "7391")
                .header("Cookie", "session=1")
                .body("{\"query\":\"{ account(name: \\\"%s\\\") { statuses { totalCount } } }\"}"
                        .formatted(account.name()))
                .post("/graphql");
    }

    private List<SpanData> calls(String template) {
        return spans.all().stream()
                .filter(span -> span.getKind() == SpanKind.CLIENT)
                .filter(span -> span.getName().equals("GET " + template))
                .toList();
    }
}
