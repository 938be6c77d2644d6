package dev.greengraph.upstream.call;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.failure.UpstreamFailure.InvalidResponse;
import dev.greengraph.upstream.failure.UpstreamFailure.TimedOut;
import dev.greengraph.upstream.failure.UpstreamFailure.Unavailable;
import dev.greengraph.upstream.shape.LastMinutes;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Connections that hang, drip, break, or bring too much: the call ends, and the connection with it. All ways are in one
 * file, so that a missing one is seen.
 */
@QuarkusTest
class ConnectionTest {

    @RegisterExtension
    static final WireMockExtension UPSTREAM = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().gzipDisabled(true))
            .build();

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";

    @Inject
    Vertx vertx;

    @ParameterizedTest
    @FieldSource("dev.greengraph.upstream.endpoint.EndpointTable#ALL")
    void aHangingCallIsTimedOut(UpstreamEndpoint endpoint) {
        try (RawUpstream upstream = RawUpstream.answering(vertx, socket -> {})) {
            assertFails(TimedOut.class, Limits.IMPATIENT, endpoint, upstream);

            upstream.awaitClosed();
        }
    }

    @Test
    void aDrippingBodyIsTimedOut() {
        try (RawUpstream upstream = RawUpstream.dripping(vertx, CHUNKED, "1\r\n \r\n")) {
            assertFails(TimedOut.class, Limits.IMPATIENT, EndpointTable.GET_CHAT_HISTORY.endpoint(), upstream);

            upstream.awaitClosed();
        }
    }

    /** The closed connection is sometimes reported before the reset that closed it. */
    @RepeatedTest(30)
    void aDrippingHeadIsTimedOutWhicheverIsReportedFirst() {
        try (RawUpstream upstream = RawUpstream.dripping(vertx, HEAD, "X-Drop: 1\r\n")) {
            assertFails(
                    TimedOut.class,
                    Limits.timeout(Duration.ofMillis(50)),
                    EndpointTable.GET_CHAT_HISTORY.endpoint(),
                    upstream);
        }
    }

    @Test
    void aDrippingHeadIsTimedOut() {
        try (RawUpstream upstream = RawUpstream.dripping(vertx, HEAD, "X-Drop: 1\r\n")) {
            assertFails(TimedOut.class, Limits.IMPATIENT, EndpointTable.GET_CHAT_HISTORY.endpoint(), upstream);

            upstream.awaitClosed();
        }
    }

    @Test
    void aBodyThatStopsIsTimedOut() {
        try (RawUpstream upstream =
                RawUpstream.answering(vertx, socket -> socket.write(HEAD + "Content-Length: 100\r\n\r\n["))) {
            assertFails(TimedOut.class, Limits.IMPATIENT, EndpointTable.LAST_INCOMING_MESSAGES.endpoint(), upstream);

            upstream.awaitClosed();
        }
    }

    @Test
    void aBodyWithoutEndIsInvalid() {
        try (RawUpstream upstream = RawUpstream.dripping(vertx, CHUNKED, "1000\r\n" + " ".repeat(4096) + "\r\n")) {
            assertFails(
                    InvalidResponse.class, Limits.maxBody(10_000), EndpointTable.GET_CHAT_HISTORY.endpoint(), upstream);

            upstream.awaitClosed();
        }
    }

    @Test
    void aBodyThatIsCutOffIsUnavailable() {
        try (RawUpstream upstream =
                RawUpstream.answering(vertx, socket -> socket.end(buffer(HEAD + "Content-Length: 100\r\n\r\n[]")))) {
            assertFails(Unavailable.class, Limits.ORDINARY, EndpointTable.LAST_INCOMING_MESSAGES.endpoint(), upstream);
        }
    }

    @Test
    void chunksThatAreCutOffAreUnavailable() {
        try (RawUpstream upstream =
                RawUpstream.answering(vertx, socket -> socket.end(buffer(CHUNKED + "2\r\n[]\r\n")))) {
            assertFails(Unavailable.class, Limits.ORDINARY, EndpointTable.LAST_INCOMING_MESSAGES.endpoint(), upstream);
        }
    }

    @Test
    void anErrorWhoseBodyIsCutOffIsUnavailable() {
        String head = "HTTP/1.1 400 Bad Request\r\nContent-Length: 1000\r\n\r\n{\"path\": \"" + Clients.TOKEN;
        try (RawUpstream upstream = RawUpstream.answering(vertx, socket -> socket.end(buffer(head)))) {
            assertFails(Unavailable.class, Limits.ORDINARY, EndpointTable.GET_MESSAGE.endpoint(), upstream);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenConnectionIsUnavailable(Fault fault) {
        UPSTREAM.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));

        UpstreamFailure failure = new Clients(vertx, Limits.ORDINARY)
                .failure(EndpointTable.GET_CHAT_HISTORY.endpoint(), Clients.whatsapp(UPSTREAM.baseUrl()));

        assertInstanceOf(Unavailable.class, failure);
        assertEquals(1, UPSTREAM.getAllServeEvents().size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER"})
    void aConnectionThatStoodAndBrokeIsLost(Fault fault) {
        UPSTREAM.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));

        UpstreamFailure failure = new Clients(vertx, Limits.ORDINARY)
                .failure(EndpointTable.GET_CHAT_HISTORY.endpoint(), Clients.whatsapp(UPSTREAM.baseUrl()));

        assertTrue(assertInstanceOf(Unavailable.class, failure).isConnectionLost());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1", "http://no-such-host.invalid", "https://127.0.0.1:1"})
    void whereNobodyAnswersItIsUnavailable(String address) {
        UpstreamFailure failure = new Clients(vertx, Limits.ORDINARY)
                .failure(EndpointTable.LAST_OUTGOING_MESSAGES.endpoint(), Clients.whatsapp(address));

        assertFalse(assertInstanceOf(Unavailable.class, failure).isConnectionLost());
    }

    @Test
    void aPlainUpstreamBehindAnHttpsAddressIsUnavailable() {
        String address = UPSTREAM.baseUrl().replace("http:", "https:");

        UpstreamFailure failure = new Clients(vertx, Limits.ORDINARY)
                .failure(EndpointTable.GET_CHAT_HISTORY.endpoint(), Clients.whatsapp(address));

        assertInstanceOf(Unavailable.class, failure);
    }

    @ParameterizedTest
    @ValueSource(ints = {9_999, 10_000})
    void aBodyUpToTheLimitIsRead(int size) {
        answer(list(size), false);

        assertEquals(size, bytesRead());
    }

    @Test
    void aBodyBeyondTheLimitIsInvalid() {
        answer(list(10_001), false);

        assertTooLarge();
    }

    @Test
    void aCompressedBodyIsDecodedAndCountsDecoded() {
        answer(list(10_000), true);

        assertEquals(10_000, bytesRead());
    }

    @Test
    void aSmallBodyThatGrowsBeyondTheLimitIsInvalid() {
        answer(list(20_000_000), true);

        assertTooLarge();
    }

    @Test
    void aLargeErrorIsInvalidToo() {
        UPSTREAM.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(400).withBody("x".repeat(10_001))));

        assertTooLarge();
    }

    @Test
    void aBodyThatIsNotCompressedAsItSaysIsInvalid() {
        UPSTREAM.stubFor(any(anyUrl())
                .willReturn(aResponse().withHeader("Content-Encoding", "gzip").withBody("[]")));

        UpstreamFailure failure = new Clients(vertx, Limits.ORDINARY)
                .failure(EndpointTable.GET_CHAT_HISTORY.endpoint(), Clients.whatsapp(UPSTREAM.baseUrl()));

        assertInstanceOf(InvalidResponse.class, failure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd"})
    void anEncodingThatWasNotOfferedIsInvalid(String encoding) {
        UPSTREAM.stubFor(any(anyUrl())
                .willReturn(aResponse().withHeader("Content-Encoding", encoding).withBody("[]")));

        UpstreamFailure failure = new Clients(vertx, Limits.ORDINARY)
                .failure(EndpointTable.GET_CHAT_HISTORY.endpoint(), Clients.whatsapp(UPSTREAM.baseUrl()));

        assertInstanceOf(InvalidResponse.class, failure);
    }

    private int bytesRead() {
        return Clients.answer(new Clients(vertx, Limits.maxBody(10_000))
                        .ask(
                                Clients.whatsapp(UPSTREAM.baseUrl()),
                                EndpointTable.LAST_INCOMING_MESSAGES,
                                new LastMinutes(60)))
                .bytes();
    }

    private void assertTooLarge() {
        UpstreamFailure failure = new Clients(vertx, Limits.maxBody(10_000))
                .failure(EndpointTable.LAST_INCOMING_MESSAGES.endpoint(), Clients.whatsapp(UPSTREAM.baseUrl()));
        assertInstanceOf(InvalidResponse.class, failure);
        assertEquals(1, UPSTREAM.getAllServeEvents().size());
    }

    private void assertFails(
            Class<? extends UpstreamFailure> expected, Limits limits, UpstreamEndpoint endpoint, RawUpstream upstream) {
        UpstreamFailure failure = new Clients(vertx, limits).failure(endpoint, Clients.whatsapp(upstream.address()));
        assertInstanceOf(expected, failure);
        assertEquals(1, upstream.connections());
    }

    private static void answer(byte[] body, boolean compressed) {
        var response = aResponse().withHeader("Content-Type", "application/json");
        UPSTREAM.stubFor(any(anyUrl())
                .willReturn(
                        compressed
                                ? response.withHeader("Content-Encoding", "gzip")
                                        .withBody(gzip(body))
                                : response.withBody(body)));
    }

    private static byte[] list(int size) {
        return ("[" + " ".repeat(size - 2) + "]").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }

    private static Buffer buffer(String text) {
        return Buffer.buffer(text);
    }
}
