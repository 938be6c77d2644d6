package dev.greengraph.http.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.gateway.CapturedLog;
import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no HTTP, or none that we speak, ends with a 4xx or a closed connection: no 5xx, no hang, nothing of our inside. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class MalformedHttpTest {

    private static final String BODY = "{\"query\":\"{accounts{name}}\"}";
    private static final String POST = "POST /graphql HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\n";
    private static final Pattern STATUS = Pattern.compile("HTTP/[0-9.]+ ([0-9]{3}) ");

    @TestHTTPResource
    URL root;

    FakeUpstream upstream;

    private RawHttp http;
    private CapturedLog log;

    @BeforeEach
    void listen() {
        http = new RawHttp(root.getPort());
        log = new CapturedLog();
    }

    @AfterEach
    void nothingWentUpstreamNorIntoTheLog() {
        log.close();
        assertEquals("", log.text(Level.WARNING));
        assertEquals(List.of(), upstream.shared().takeCalls());
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("no HTTP", "hello\r\n\r\n"),
                Arguments.of("TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n"),
                Arguments.of("no version", "POST /graphql\r\n\r\n"),
                Arguments.of("another version", "POST /graphql HTTP/9.9\r\nHost: a\r\n\r\n"),
                Arguments.of("HTTP/2 in the words of HTTP/1", "POST /graphql HTTP/2.0\r\nHost: a\r\n\r\n"),
                Arguments.of("HTTP/2 without notice", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nnonsense"),
                Arguments.of("half a version", "POST /graphql HTT\r\n\r\n"),
                Arguments.of("spaces", "POST  /graph ql  HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("a strange method", "P\u0001ST /graphql HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("a long address", "GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("a broken address", "GET /%zz%00/../..//\\ HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("a large header", POST + "X-A: " + "a".repeat(100_000) + "\r\n\r\n"),
                Arguments.of("many headers", POST + "X-A: aaaaaaaaaa\r\n".repeat(10_000) + "\r\n"),
                Arguments.of("no colon", POST + "nonsense\r\n\r\n"),
                Arguments.of("no name", POST + ": value\r\n\r\n"),
                Arguments.of("a space in a name", POST + "Content-Length : 5\r\n\r\nhello"),
                Arguments.of("a zero in a value", POST + "X-A: a\u0000b\r\n\r\n"),
                Arguments.of("a length that is no number", POST + "Content-Length: five\r\n\r\nhello"),
                Arguments.of("a negative length", POST + "Content-Length: -5\r\n\r\nhello"),
                Arguments.of("a huge length", POST + "Content-Length: 99999999999999999999\r\n\r\nhello"),
                Arguments.of("two lengths", POST + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!"),
                Arguments.of(
                        "length and chunks", POST + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of("unknown coding", POST + "Transfer-Encoding: nonsense\r\n\r\n" + BODY),
                Arguments.of("chunked twice", POST + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of(
                        "a chunk of no size",
                        POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + BODY + "\r\n0\r\n\r\n"),
                Arguments.of(
                        "a negative chunk", POST + "Transfer-Encoding: chunked\r\n\r\n-1\r\n" + BODY + "\r\n0\r\n\r\n"),
                Arguments.of("a huge chunk", POST + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n" + BODY),
                Arguments.of(
                        "a chunk too long", POST + "Transfer-Encoding: chunked\r\n\r\n2\r\n" + BODY + "\r\n0\r\n\r\n"),
                Arguments.of("a truncated chunk", POST + "Transfer-Encoding: chunked\r\n\r\nff\r\n" + BODY),
                Arguments.of("a truncated body", POST + "Content-Length: 500\r\n\r\n" + BODY),
                Arguments.of("a truncated head", POST),
                Arguments.of("another expectation", POST + "Expect: wonders\r\nContent-Length: 5\r\n\r\nhello"),
                Arguments.of(
                        "a WebSocket without a key",
                        "GET /graphql HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"),
                Arguments.of("no host", "POST /graphql HTTP/1.1\r\nContent-Type: application/json\r\n\r\n"),
                Arguments.of("two hosts", POST + "Host: another\r\n\r\n"),
                Arguments.of("no host elsewhere", "GET /nowhere HTTP/1.1\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void endsWithARefusalOrNothing(String name, String request) throws IOException {
        String answer = http.exchange(request);

        Matcher status = STATUS.matcher(answer);
        while (status.find()) {
            assertTrue(status.group(1).matches("4..|501"), answer); // 501: another version of HTTP
        }
        assertFalse(
                answer.contains("Exception") || answer.contains("dev.greengraph") || answer.contains("\tat "), answer);
        assertFalse(answer.contains("netty") || answer.contains("vertx") || answer.contains("quarkus"), answer);
        assertFalse(answer.contains("\"data\""), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n{}\r\n0\r\n\r\n", "-1\r\n", "fffffffffffffffff\r\n{}", "1\r\n{}\r\n0\r\n\r\n"})
    void endsABrokenBodyByItself(String chunks) throws IOException {
        String answer = http.exchangeUpTo("}]}", POST + "Transfer-Encoding: chunked\r\n\r\n" + chunks);

        assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 400 "), answer);
    }

    @Test
    void staysInStepWithACallerThatItRefused() throws IOException {
        String refused = "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(BODY.length(), BODY);
        String right = POST + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY;

        String answers = http.exchange(refused + right);

        assertEquals(
                List.of("415", "200"),
                STATUS.matcher(answers).results().map(found -> found.group(1)).toList(),
                answers);
    }

    @Test
    void takesABodyInChunksAndAfterAQuestion() throws IOException {
        String size = Integer.toHexString(BODY.length());
        String chunked = POST + "Transfer-Encoding: chunked\r\n\r\n" + size + "\r\n" + BODY + "\r\n0\r\n\r\n";
        String asking = POST + "Expect: 100-continue\r\nContent-Length: " + BODY.length() + "\r\n\r\n";

        assertTrue(http.exchange(chunked).contains("{\"data\":{\"accounts\":"), "chunks");
        assertEquals("HTTP/1.1 100 Continue\r\n\r\n", http.exchangeUpTo("\r\n\r\n", asking));
    }

    @Test
    void asksNobodyForABodyThatItWouldRefuse() throws IOException {
        String large = POST + "Expect: 100-continue\r\nContent-Length: 10000000\r\n\r\n";
        String wrong = "POST /graphql HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 10\r\n\r\n";

        assertTrue(http.exchangeUpTo("\r\n", large).startsWith("HTTP/1.1 413 "), "too large");
        assertTrue(http.exchangeUpTo("\r\n", wrong).startsWith("HTTP/1.1 415 "), "no type");
    }

    @Test
    void opensAWebSocketOfOneProtocolOnly() throws IOException {
        assertTrue(upgrade("graphql-ws").startsWith("HTTP/1.1 400 "), "the older protocol");
        assertTrue(upgrade("graphql-ws, graphql-transport-ws").startsWith("HTTP/1.1 101 "), "one of two");
    }

    private String upgrade(String protocols) throws IOException {
        return http.exchange("GET /graphql HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Protocol: " + protocols + "\r\n\r\n");
    }
}
