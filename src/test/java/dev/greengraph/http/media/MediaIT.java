package dev.greengraph.http.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.process.GatewayProcess;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged gateway serves a picture: a hundred views for one call, and after a restart at the same address. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class MediaIT {

    private static final int VIEWS = 100;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient caller =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger calls = new AtomicInteger();
    private String upstream = "";

    @TempDir
    Path folder;

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void viewsOfAPictureShareOneCallAndItsAddressOutlivesTheProcess() throws Exception {
        int port = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .actualPort();
        upstream = "http://127.0.0.1:" + port;
        Path secret = Files.writeString(folder.resolve("secret"), "a secret of a test, 32 characters and more");
        String address;
        try (GatewayProcess gateway = GatewayProcess.start(settings(secret))) {
            address = fileUrl(gateway);
            for (int i = 0; i < VIEWS; i++) {
                assertEquals("the picture", get(gateway.uri(address)).body());
            }
            assertEquals(1, calls.get());
            assertEquals(403, get(gateway.uri(address + "x")).statusCode());
        }
        try (GatewayProcess gateway = GatewayProcess.start(settings(secret))) {
            assertEquals("the picture", get(gateway.uri(address)).body());
            assertEquals(2, calls.get());
            assertTrue(!gateway.log().contains("greengraph.media.secret-file"), gateway.log());
        }
    }

    private Map<String, String> settings(Path secret) {
        return Map.of(
                "greengraph.accounts.main.id-instance",
                "7103000001",
                "greengraph.accounts.main.api-token",
                "token-of-a-test",
                "greengraph.accounts.main.api-url",
                upstream,
                "greengraph.media.secret-file",
                secret.toString(),
                "greengraph.media.trusted-origins",
                upstream);
    }

    private void answer(HttpServerRequest request) {
        if (request.path().equals("/fresh.jpg")) {
            request.response().putHeader("Content-Type", "image/jpeg").end("the picture");
        } else if (request.path().equals("/over.jpg")) {
            request.response().setStatusCode(403).end();
        } else if (request.path().contains("/downloadFile/")) {
            calls.incrementAndGet();
            json(
                    request,
                    new JsonObject().put("downloadUrl", upstream + "/fresh.jpg").encode());
        } else {
            json(request, request.path().contains("/lastIncomingMessages/") ? journal() : "[]");
        }
    }

    private static void json(HttpServerRequest request, String body) {
        request.response().putHeader("Content-Type", "application/json").end(body);
    }

    private String journal() {
        return new JsonArray()
                .add(new JsonObject()
                        .put("type", "incoming")
                        .put("idMessage", "3A000000000000000001")
                        .put("timestamp", Clock.systemUTC().instant().getEpochSecond())
                        .put("typeMessage", "imageMessage")
                        .put("chatId", "70000001001@c.us")
                        .put("senderId", "70000001001@c.us")
                        .put("downloadUrl", upstream + "/over.jpg")
                        .put("mimeType", "image/jpeg"))
                .encode();
    }

    private String fileUrl(GatewayProcess gateway) throws Exception {
        String query = "{ account { messages { nodes { ... on MediaMessage { fileUrl } } } } }";
        HttpRequest request = HttpRequest.newBuilder(gateway.uri("/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        new JsonObject().put("query", query).encode()))
                .build();
        return new JsonObject(caller.send(request, BodyHandlers.ofString()).body())
                .getJsonObject("data")
                .getJsonObject("account")
                .getJsonObject("messages")
                .getJsonArray("nodes")
                .getJsonObject(0)
                .getString("fileUrl");
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return caller.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
