package dev.greengraph.http.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.gateway.GatewayProfile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers are compressed, read with a client that does not decode them by itself. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class CompressionTest {

    private static final String LONG = "{ __schema { types { name fields { name description } } } }";

    @TestHTTPResource("graphql")
    URI endpoint;

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "gzip, deflate, br, zstd", "br;q=1.0, gzip;q=0.5", "*", "deflate, *;q=0.1"})
    void compressesALongAnswer(String accepted) throws Exception {
        HttpResponse<byte[]> plain = ask(LONG, "identity");
        HttpResponse<byte[]> answer = ask(LONG, accepted);

        assertEquals(Optional.of("gzip"), answer.headers().firstValue("Content-Encoding"));
        assertEquals(
                List.of("Accept, Accept-Encoding, Authorization, X-API-Key"),
                answer.headers().allValues("Vary"));
        assertTrue(answer.body().length * 3 < plain.body().length, answer.body().length + " bytes");
        assertEquals(text(plain.body()), text(unzip(answer.body())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "identity",
                "br",
                "gzip;q=0",
                "gzip;q=0, *",
                "x-gzip",
                "gzipped",
                "*;q=0",
                ";",
                ",",
                "gzip;q=x"
            })
    void leavesAnAnswerAsItIsForOtherCallers(String accepted) throws Exception {
        assertIsPlain(ask(LONG, accepted));
    }

    @ParameterizedTest
    @CsvSource({"1023, false", "1024, true", "1025, true"})
    void compressesFromOneKilobyteOn(int bytes, boolean compressed) throws Exception {
        String alias = "a".repeat(bytes - "{'data':{'':'Query'}}".length());
        HttpResponse<byte[]> answer = ask("{ %s: __typename }".formatted(alias), "gzip");

        assertEquals(compressed, answer.headers().firstValue("Content-Encoding").isPresent());
        assertEquals(bytes, (compressed ? unzip(answer.body()) : answer.body()).length);
    }

    /** Each error holds the request id, which the caller chooses, and here there is data beside it. */
    @Test
    void neverCompressesErrors() throws Exception {
        String alias = "a".repeat(Gzip.MIN_BYTES);
        HttpResponse<byte[]> answer =
                ask("{ accounts { name } %s: account(name: \"nobody\") { name } }".formatted(alias), "gzip");

        assertIsPlain(answer);
        assertTrue(answer.body().length > Gzip.MIN_BYTES, "is long enough");
        assertTrue(text(answer.body()).contains("\"accounts\":[{"), "has data, too");
    }

    /** Else the length would tell how well one part of the answer predicts another. */
    @Test
    void theLengthIsNotTheSameTwice() throws Exception {
        int first = ask(LONG, "gzip").body().length;
        int tries = 0;
        while (ask(LONG, "gzip").body().length == first) {
            assertTrue(++tries < 10, "always " + first + " bytes");
        }
    }

    private static void assertIsPlain(HttpResponse<byte[]> answer) {
        assertEquals(Optional.empty(), answer.headers().firstValue("Content-Encoding"));
        assertTrue(text(answer.body()).startsWith("{"), "is JSON");
    }

    private HttpResponse<byte[]> ask(String query, String accepted) throws IOException, InterruptedException {
        String body = "{\"query\":\"%s\"}".formatted(query.replace("\"", "\\\""));
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .header("Accept-Encoding", accepted)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] unzip(byte[] body) throws IOException {
        try (GZIPInputStream input = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return input.readAllBytes();
        }
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
