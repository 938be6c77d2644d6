package dev.greengraph.upstream.endpoint;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.greengraph.account.Account;
import dev.greengraph.testsupport.Samples;
import dev.greengraph.upstream.call.Clients;
import dev.greengraph.upstream.call.Limits;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.row.account.QueuedNotification;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is sent to read and to empty a queue, and how its answers are read. */
@QuarkusTest
class NotificationQueueRequestTest {

    @RegisterExtension
    static final WireMockExtension UPSTREAM = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final NextNotification NEXT = new NextNotification(Duration.ofSeconds(20));

    @Inject
    Vertx vertx;

    private Clients clients;
    private Account whatsapp;
    private Account max;

    @BeforeEach
    void start() {
        clients = new Clients(vertx, Limits.ORDINARY);
        whatsapp = Clients.whatsapp(UPSTREAM.baseUrl());
        max = Clients.max(UPSTREAM.baseUrl());
    }

    @Test
    void theOldestIsAskedForWithTheTimeToWait() {
        answerSample("polling-envelope");

        QueuedNotification next = next().orElseThrow();

        assertEquals("1", next.receiptId());
        assertEquals("outgoingAPIMessageReceived", next.body().replaceAll(".*\"typeWebhook\":\"([A-Za-z]+)\".*", "$1"));
        UPSTREAM.verify(getRequestedFor(
                urlEqualTo("/waInstance7103000001/receiveNotification/" + Clients.TOKEN + "?receiveTimeout=20")));
    }

    @Test
    void nullIsNone() {
        answerSample("polling-empty");

        assertEquals(Optional.empty(), next());
    }

    @Test
    void whatCouldNotBeDeletedIsNoAnswer() {
        answer("{\"receiptId\":\"../1\",\"body\":{}}");

        assertThrows(UpstreamFailure.InvalidResponse.class, this::next);
    }

    @Test
    void oneIsDeletedByItsReceipt() {
        answer("{\"result\":true}");

        assertEquals(
                true,
                Clients.answer(clients.ask(max, EndpointTable.DELETE_NOTIFICATION, new TakenNotification("4711")))
                        .value());
        UPSTREAM.verify(deleteRequestedFor(
                urlEqualTo("/v3/waInstance310000000001/deleteNotification/" + Clients.TOKEN + "/4711")));
    }

    /** Every other call would have been given up. */
    @Test
    void theUpstreamMayWaitForLongerThanACallMayTake() {
        clients = new Clients(vertx, Limits.IMPATIENT);
        UPSTREAM.stubFor(any(anyUrl()).willReturn(okJson("null").withFixedDelay(1_500)));

        assertEquals(Optional.empty(), next());
    }

    private Optional<QueuedNotification> next() {
        return Clients.answer(clients.ask(whatsapp, EndpointTable.RECEIVE_NOTIFICATION, NEXT))
                .value();
    }

    private static void answerSample(String sample) {
        answer(new String(Samples.bytes("notification/" + sample), StandardCharsets.UTF_8));
    }

    private static void answer(String body) {
        UPSTREAM.stubFor(any(anyUrl()).willReturn(okJson(body)));
    }
}
