package dev.greengraph.http.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.simulator.SimulatedAccount;
import dev.greengraph.simulator.SimulatorInTests;
import dev.greengraph.testsupport.browser.BrowserTab;
import dev.greengraph.testsupport.browser.Chromium;
import dev.greengraph.testsupport.gateway.CapturedLog;
import dev.greengraph.testsupport.gateway.ManagementPort;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway serves the files of the simulator's messages, over real connections and by its own timers. */
@QuarkusTest
@TestProfile(MediaSimulatorTest.Impatient.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MediaSimulatorTest {

    /** A storage has little time, and so has a caller for one piece. */
    public static class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "greengraph.media.idle-timeout", "1s",
                    "greengraph.media.connect-timeout", "30s",
                    "greengraph.media.max-size", "16M",
                    "greengraph.media.streams", "40",
                    "greengraph.limits.send-time", "2s",
                    "greengraph.limits.request-time", "30s");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SimulatorInTests.class));
        }
    }

    private static final String SHOWCASE = "120363000000000101@g.us";
    private static final long SLOWLY_READ = 6_000_000;
    private static final Vertx VERTX = Vertx.vertx();
    private static final HttpClient CALLER =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource("/")
    URI gateway;

    @ConfigProperty(name = "greengraph.accounts.shop.api-url")
    String storage;

    private List<JsonObject> messages = List.of();

    @BeforeEach
    void everythingWorks() throws Exception {
        control("DELETE", "media", "");
        control("DELETE", "stats", "");
        messages = messages();
    }

    @Test
    void everyKindOfFileIsServedAsItIs() throws Exception {
        Set<String> kinds = new HashSet<>();
        for (JsonObject message : messages) {
            HttpResponse<byte[]> file = get(message.getString("fileUrl"));
            HttpResponse<byte[]> original = CALLER.send(
                    HttpRequest.newBuilder(URI.create(message.getString("downloadUrl")))
                            .build(),
                    BodyHandlers.ofByteArray());

            assertEquals(200, file.statusCode());
            assertArrayEquals(original.body(), file.body());
            kinds.add(message.getString("__typename"));
        }
        assertEquals(
                Set.of("ImageMessage", "VideoMessage", "DocumentMessage", "AudioMessage", "StickerMessage"), kinds);
        assertEquals(0, callsOf("downloadFile"));
    }

    @Test
    void aHundredViewsOfAPictureCostNoCallAndOneWhereItsAddressIsOver() throws Exception {
        String picture = message(0).getString("fileUrl");
        String other = message(1).getString("fileUrl");

        assertEquals(Set.of(200), view(picture, 100));
        assertEquals(0, callsOf("downloadFile"));

        control("POST", "media", "{\"kind\":\"expired\"}");
        assertEquals(Set.of(200), view(other, 100));
        assertEquals(1, callsOf("downloadFile"));
        assertEquals(0, count("downloadFile", "refused"));
    }

    @ParameterizedTest
    @CsvSource({
        "redirect-private, 502",
        "redirect-loop, 502",
        "redirect, 200",
        "unavailable, 503",
        "hang, 504",
        "gone, 404",
    })
    void tellsWhatIsWrongAtTheStorage(String kind, int status) throws Exception {
        control("POST", "media", "{\"kind\":\"" + kind + "\"}");

        assertEquals(status, get(message(2).getString("fileUrl")).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "stall", "huge"})
    void aFileThatDoesNotComeWholeIsSeenToBeBroken(String kind) throws Exception {
        control("POST", "media", "{\"kind\":\"" + kind + "\"}");

        assertThrows(IOException.class, () -> get(message(0).getString("fileUrl")));

        control("DELETE", "media", "");
        assertEquals(200, get(message(0).getString("fileUrl")).statusCode(), "the place is free again");
    }

    @Test
    void aPageIsSavedNotShown() throws Exception {
        control("POST", "media", "{\"kind\":\"page\"}");

        HttpResponse<byte[]> page = get(message(0).getString("fileUrl"));

        assertEquals("application/octet-stream", header(page, "Content-Type"));
        assertTrue(header(page, "Content-Disposition").startsWith("attachment"));
        assertEquals("default-src 'none'; sandbox", header(page, "Content-Security-Policy"));
    }

    @Test
    void partsAreServed() throws Exception {
        String address = message(0).getString("fileUrl");
        HttpResponse<byte[]> whole = get(address);
        String etag = header(whole, "ETag");

        HttpResponse<byte[]> part = get(address, "Range", "bytes=5-9");
        assertEquals(206, part.statusCode());
        assertEquals("bytes 5-9/" + whole.body().length, header(part, "Content-Range"));
        assertArrayEquals(Arrays.copyOfRange(whole.body(), 5, 10), part.body());
        assertEquals(206, get(address, "Range", "bytes=5-9", "If-Range", etag).statusCode());
        assertEquals(
                200, get(address, "Range", "bytes=5-9", "If-Range", "\"other\"").statusCode());
        assertEquals(416, get(address, "Range", "bytes=99999999-").statusCode());
        assertEquals(200, get(address, "Range", "bytes=1-2,4-5").statusCode());
        int before = requests();
        assertEquals(304, get(address, "If-None-Match", etag).statusCode());
        assertEquals(before, requests());
    }

    @Test
    void aSlowCallerHasTimeForEachPieceNotForTheWhole() throws Exception {
        control("POST", "media", "{\"kind\":\"huge\"}");
        URI address = uri(message(0).getString("fileUrl"));
        CompletableFuture<Long> read = new CompletableFuture<>();
        long[] bytes = {0, 0}; // read, and to be read by now

        VERTX.createHttpClient()
                .request(HttpMethod.GET, address.getPort(), "127.0.0.1", path(address))
                .compose(HttpClientRequest::send)
                .onFailure(read::completeExceptionally)
                .onSuccess(response -> {
                    response.pause();
                    response.exceptionHandler(end -> read.complete(bytes[0]));
                    response.handler(piece -> {
                        bytes[0] += piece.length();
                        if (bytes[0] > SLOWLY_READ) {
                            read.complete(bytes[0]);
                        } else if (bytes[0] < bytes[1]) {
                            response.fetch(1);
                        }
                    });
                    VERTX.setPeriodic(100, tick -> {
                        bytes[1] += SLOWLY_READ / 40;
                        response.fetch(1);
                    });
                });

        assertTrue(read.get(40, TimeUnit.SECONDS) > SLOWLY_READ, "four seconds, with two for each piece");
    }

    @Test
    void nothingOfAnAddressIsInTheLogOrTheMetrics() throws Exception {
        String address = message(0).getString("fileUrl");
        String logged;
        try (CapturedLog log = new CapturedLog("dev.greengraph", "io.vertx")) {
            get(address);
            get(address.replaceFirst("signature=.*", "signature=x"));
            control("POST", "media", "{\"kind\":\"redirect-private\"}");
            get(address);
            control("POST", "media", "{\"kind\":\"cut\"}");
            assertThrows(IOException.class, () -> get(address));
            logged = log.text(Level.FINE); // what an operator can switch on
        }
        String metrics = ManagementPort.metrics();

        for (String secret : List.of(SimulatedAccount.SHOP.token(), "/media/", "10.0.0.1", "1203630000", "_media/")) {
            assertFalse((logged + metrics).contains(secret), secret);
        }
        assertFalse(logged.contains(" ERROR "), logged);
        assertTrue(metrics.contains("greengraph_media_requests_total{outcome=\"address_refused\""), metrics);
    }

    @Test
    void aPageOfAnyOriginShowsThePicture() throws Exception {
        String picture = uri(message(0).getString("fileUrl")).toString();
        HttpServer page = VERTX.createHttpServer()
                .requestHandler(request -> request.response()
                        .putHeader("Content-Type", "text/html")
                        .end("<img src='%s'>".formatted(picture)))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        try (Chromium chromium = Chromium.startOrSkip()) {
            BrowserTab tab = chromium.openTab();
            tab.open("http://localhost:" + page.actualPort() + "/");

            tab.await("document.querySelector('img').naturalWidth > 0");

            assertEquals(List.of(), tab.consoleErrors());
        }
    }

    private List<JsonObject> messages() throws Exception {
        String query = "{ account { chat(chatId: \"" + SHOWCASE + "\") { history(first: 100) { nodes { __typename"
                + " ... on MediaMessage { fileUrl thumbnailUrl downloadUrl } } } } } }";
        HttpResponse<String> answer = CALLER.send(
                HttpRequest.newBuilder(gateway.resolve("/graphql"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                new JsonObject().put("query", query).encode()))
                        .build(),
                BodyHandlers.ofString());
        List<JsonObject> found = new ArrayList<>();
        new JsonObject(answer.body())
                .getJsonObject("data")
                .getJsonObject("account")
                .getJsonObject("chat")
                .getJsonObject("history")
                .getJsonArray("nodes")
                .forEach(node -> found.add((JsonObject) node));
        return found.stream()
                .filter(message -> message.getString("fileUrl") != null)
                .toList();
    }

    private JsonObject message(int picture) {
        return messages.stream()
                .filter(message -> message.getString("__typename").equals("ImageMessage"))
                .toList()
                .get(picture);
    }

    private Set<Integer> view(String address, int times) throws Exception {
        List<CompletableFuture<HttpResponse<Void>>> views = IntStream.range(0, times / 20)
                .mapToObj(burst -> IntStream.range(0, 20)
                        .mapToObj(i -> CALLER.sendAsync(
                                HttpRequest.newBuilder(uri(address)).build(), BodyHandlers.discarding()))
                        .toList())
                .peek(burst -> CompletableFuture.allOf(burst.toArray(CompletableFuture[]::new))
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join())
                .flatMap(List::stream)
                .toList();
        Set<Integer> statuses = new HashSet<>();
        for (CompletableFuture<HttpResponse<Void>> view : views) {
            statuses.add(view.get(1, TimeUnit.SECONDS).statusCode());
        }
        return statuses;
    }

    private HttpResponse<byte[]> get(String address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CALLER.send(request.build(), BodyHandlers.ofByteArray());
    }

    private URI uri(String address) {
        return gateway.resolve(address);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String path(URI address) {
        return address.getRawPath() + "?" + address.getRawQuery();
    }

    private int callsOf(String method) throws Exception {
        return count(method, "calls");
    }

    private int count(String method, String field) throws Exception {
        return control("GET", "stats", "")
                .getJsonObject(SimulatedAccount.SHOP.name(), new JsonObject())
                .getJsonObject(method, new JsonObject())
                .getInteger(field, 0);
    }

    private int requests() throws Exception {
        return control("GET", "media", "").getInteger("requests");
    }

    private JsonObject control(String verb, String path, String body) throws Exception {
        String answer = CALLER.send(
                        HttpRequest.newBuilder(URI.create(storage + "/_simulator/" + path))
                                .method(verb, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return answer.isEmpty() ? new JsonObject() : new JsonObject(answer);
    }
}
