package dev.greengraph.upstream.call;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.greengraph.account.Account;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.endpoint.EndpointTable;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who watches a call is told when it leaves, and which rate the upstream names. */
@QuarkusTest
class CallListenerTest {

    @RegisterExtension
    static final WireMockExtension UPSTREAM = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @Inject
    Vertx vertx;

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final AtomicBoolean mayBeSent = new AtomicBoolean(true);
    private final CallListener watch = new CallListener() {
        @Override
        public boolean mayBeSent() {
            return mayBeSent.get();
        }

        @Override
        public void sent() {
            events.add("left");
        }

        @Override
        public void allowed(double callsPerSecond) {
            events.add("allowed " + callsPerSecond);
        }

        @Override
        public void answered(byte[] body) {
            bodies.add(new String(body, StandardCharsets.UTF_8));
        }
    };

    @ParameterizedTest
    @FieldSource("dev.greengraph.upstream.endpoint.EndpointTable#ALL")
    void aCallLeavesOnce(UpstreamEndpoint endpoint) {
        UPSTREAM.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));

        Clients clients = new Clients(vertx, Limits.ORDINARY);
        clients.failure(endpoint, account(), watch);
        clients.failure(endpoint, Clients.max(UPSTREAM.baseUrl()), watch);

        assertEquals(List.of("left", "left"), events);
    }

    @Test
    void aCallWithoutConnectionNeverLeaves() {
        new Clients(vertx, Limits.ORDINARY)
                .failure(EndpointTable.GET_CHAT_HISTORY.endpoint(), Clients.whatsapp("http://127.0.0.1:1"), watch);

        assertEquals(List.of(), events);
    }

    /** The connection that was made stands for the next call. */
    @Test
    void aCallWhoseConnectionStandsTooLateIsNotSent() {
        UPSTREAM.stubFor(any(anyUrl()).willReturn(aResponse().withBody("[]")));
        Clients clients = new Clients(vertx, Limits.ORDINARY);
        UpstreamEndpoint endpoint = EndpointTable.LAST_INCOMING_MESSAGES.endpoint();

        mayBeSent.set(false);
        clients.failure(endpoint, account(), watch);
        assertEquals(List.of(), events);
        assertEquals(List.of(), UPSTREAM.getAllServeEvents());

        mayBeSent.set(true);
        Clients.answer(clients.ask(endpoint, account(), watch));
        assertEquals(List.of("left"), events);
        assertEquals(1, UPSTREAM.getAllServeEvents().size());
    }

    @ParameterizedTest
    @CsvSource({"200, 1, 1.0", "200, 10, 10.0", "429, 0.5, 0.5", "400, ' 2 ', 2.0"})
    void theRateIsRead(int status, String header, String rate) {
        answer(status, header);

        assertEquals(List.of("left", "allowed " + rate), events);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fast", "-1", "0", "NaN", "Infinity", "101", "0.001"})
    void aRateThatCannotBeMeantSaysNothing(String header) {
        answer(200, header);

        assertEquals(List.of("left"), events);
    }

    @Test
    void theBodyOfAnAnswerIsToldAsItIsAndCanBeReadAgain() {
        UPSTREAM.stubFor(any(anyUrl()).willReturn(aResponse().withBody("[{\"idMessage\":\"1\"}]")));
        Clients clients = new Clients(vertx, Limits.ORDINARY);

        Object asked = Clients.answer(clients.ask(EndpointTable.LAST_INCOMING_MESSAGES.endpoint(), account(), watch));

        assertEquals(List.of("[{\"idMessage\":\"1\"}]"), bodies);
        assertEquals(asked, clients.readAgain(bodies.get(0)));
    }

    @Test
    void aBodyThatIsNoAnswerIsNotTold() {
        answer(200, "1");

        assertEquals(List.of(), bodies);
    }

    private void answer(int status, String header) {
        UPSTREAM.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("X-RateLimit-Replenish-Rate", header)
                        .withBody("no list")));
        new Clients(vertx, Limits.ORDINARY).failure(EndpointTable.LAST_INCOMING_MESSAGES.endpoint(), account(), watch);
    }

    private static Account account() {
        return Clients.whatsapp(UPSTREAM.baseUrl());
    }
}
