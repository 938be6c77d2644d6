package dev.greengraph.simulator;

import static dev.greengraph.simulator.RunningSimulator.SHOWCASE;
import static dev.greengraph.simulator.RunningSimulator.json;
import static dev.greengraph.simulator.SimulatedAccount.SHOP;
import static dev.greengraph.simulator.SimulatedAccount.STUDIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.simulator.recording.Recording;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recorded account answers as it did, at another time and to other questions. */
class ReplayTest {

    private static final String VERA = "70000001001@c.us";

    @RegisterExtension
    final RunningSimulator upstream = new RunningSimulator();

    @TempDir
    Path folder;

    @Test
    void answersAsItDidMovedToTheNewStart() {
        upstream.control("POST", "recording", "");
        JsonNode said = upstream.history(SHOP, SHOWCASE, 500);
        upstream.entries(SHOP, "lastIncomingMessages?minutes=1440");
        Recording recording = recorded();
        JsonNode kept = recording.toJson().path("exchanges").path("whatsapp").path(0);

        replay(recording, Duration.ofDays(3));
        upstream.advance(Duration.ofSeconds(2));
        JsonNode repeated =
                upstream.history(SHOP, kept.path("arguments").path("chatId").asText(), 500);

        assertEquals(said.size(), repeated.size());
        assertEquals(kept.path("body").findValues("idMessage"), repeated.findValues("idMessage"));
        long moved = repeated.path(0).path("timestamp").asLong()
                - said.path(0).path("timestamp").asLong();
        assertTrue(moved >= Duration.ofDays(3).toSeconds(), "moved by " + moved + " s");
    }

    @Test
    void asksForLessAndGetsLess() {
        upstream.control("POST", "recording", "");
        JsonNode all = upstream.entries(SHOP, "lastIncomingMessages?minutes=1440");
        Recording recording = recorded();

        replay(recording, Duration.ofDays(1));
        upstream.advance(Duration.ofSeconds(2));
        JsonNode hour = upstream.entries(SHOP, "lastIncomingMessages?minutes=60");

        assertTrue(hour.size() > 0 && hour.size() < all.size(), hour.size() + " of " + all.size());
        long last = hour.path(hour.size() - 1).path("timestamp").asLong();
        assertTrue(last >= hour.path(0).path("timestamp").asLong(), "oldest first");
    }

    @Test
    void whatCameLaterComesLaterAndIsDeliveredLater() {
        upstream.control("POST", "recording", "");
        upstream.entries(SHOP, "lastIncomingMessages?minutes=60");
        String id = json(upstream.control("POST", "messages", message(true)))
                .path("idMessage")
                .asText();
        upstream.entries(SHOP, "lastOutgoingMessages?minutes=60");
        upstream.advance(Duration.ofMinutes(5));
        upstream.control("POST", "messages", message(false));
        upstream.control(
                "POST", "deliveries", "{\"account\":\"shop\",\"idMessage\":\"" + id + "\",\"state\":\"read\"}");
        upstream.entries(SHOP, "lastIncomingMessages?minutes=60");
        upstream.entries(SHOP, "lastOutgoingMessages?minutes=60");
        Recording recording = recorded();

        replay(recording, Duration.ofDays(1));
        upstream.advance(Duration.ofSeconds(10));
        int before = upstream.entries(SHOP, "lastIncomingMessages?minutes=60").size();
        String sent = newest(upstream.entries(SHOP, "lastOutgoingMessages?minutes=60"))
                .path("statusMessage")
                .asText();
        upstream.advance(Duration.ofMinutes(6));
        int after = upstream.entries(SHOP, "lastIncomingMessages?minutes=60").size();
        JsonNode later = newest(upstream.entries(SHOP, "lastOutgoingMessages?minutes=60"));

        assertTrue(after > before, before + " and then " + after);
        assertTrue(!sent.equals("read"), sent);
        assertEquals("read", later.path("statusMessage").asText());
    }

    private static JsonNode newest(JsonNode entries) {
        return entries.path(0);
    }

    private static String message(boolean outgoing) {
        return "{\"account\":\"shop\",\"chatId\":\"" + VERA + "\",\"text\":\"Hello\",\"outgoing\":" + outgoing + "}";
    }

    @Test
    void aChatThatWasNotOpenedHasWhatTheJournalsHold() {
        upstream.control("POST", "recording", "");
        upstream.entries(SHOP, "lastIncomingMessages?minutes=1440");
        Recording recording = recorded();
        JsonNode first = recording
                .toJson()
                .path("exchanges")
                .path("whatsapp")
                .path(0)
                .path("body")
                .path(0);

        replay(recording, Duration.ofDays(1));
        upstream.advance(Duration.ofSeconds(2));
        JsonNode history = upstream.history(SHOP, first.path("chatId").asText(), 100);
        HttpResponse<String> found = upstream.post(
                SHOP,
                "getMessage",
                "{\"chatId\":\"" + first.path("chatId").asText() + "\",\"idMessage\":\""
                        + first.path("idMessage").asText() + "\"}");

        assertTrue(history.findValuesAsText("idMessage")
                .contains(first.path("idMessage").asText()));
        assertEquals(first.path("idMessage"), json(found).path("idMessage"));
        assertEquals(404, upstream.get(SHOP, "getContacts").statusCode(), "never asked");
        assertEquals(200, upstream.get(STUDIO, "getContacts").statusCode(), "the other account is invented as ever");
    }

    @Test
    void filesLoadFromTheSimulator() {
        upstream.control("POST", "recording", "");
        upstream.history(SHOP, SHOWCASE, 500);
        Recording recording = recorded();
        String chatId = recording
                .toJson()
                .path("exchanges")
                .path("whatsapp")
                .path(0)
                .path("arguments")
                .path("chatId")
                .asText();

        replay(recording, Duration.ZERO);
        upstream.advance(Duration.ofSeconds(2));
        List<String> files = upstream.history(SHOP, chatId, 500).findValuesAsText("downloadUrl").stream()
                .filter(address -> address.startsWith("http://127.0.0.1:" + upstream.port()))
                .toList();

        assertTrue(files.size() > 3, files.toString());
        String path = URI.create(files.get(0)).getPath();
        assertEquals(200, upstream.send(upstream.request(path)).statusCode());
    }

    @Test
    void anAccountOfAnybodyIsPassedOnAndRecorded() throws Exception {
        BlockingQueue<String> asked = new LinkedBlockingQueue<>();
        Vertx vertx = Vertx.vertx();
        HttpServer real = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    asked.add(request.method() + " " + request.uri() + " " + body);
                    request.response()
                            .putHeader("Content-Type", "application/json")
                            .end(
                                    "[{\"idMessage\":\"3A00000000000000AAAA\",\"timestamp\":1766000000,\"senderName\":\"Ivan\"}]");
                }));
        int port = real.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
        upstream.restart(Optional.empty(), Optional.of(URI.create("http://127.0.0.1:" + port)));
        upstream.control("POST", "recording", "");

        HttpResponse<String> answer = upstream.send(
                upstream.request("/waInstance7105555555/lastIncomingMessages/a-secret-token?minutes=1440"));
        String recording = upstream.control("GET", "recording", "").body();

        assertTrue(answer.body().contains("Ivan"));
        assertEquals(
                "GET /waInstance7105555555/lastIncomingMessages/a-secret-token?minutes=1440 ",
                asked.poll(10, TimeUnit.SECONDS));
        assertTrue(recording.contains("lastIncomingMessages") && recording.contains("1766000000"));
        for (String secret : List.of("Ivan", "a-secret-token", "secret", "7105555555", "3A00000000000000AAAA")) {
            assertTrue(!recording.contains(secret), secret);
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertEquals(-1, upstream.statusOf("/waInstance7105555555/getChats/a-secret-token"), "nobody there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[1", "{\"format\":\"greengraph-recording-1\",\"from\":\"tomorrow\"}"})
    void aFileThatIsNoneStopsTheStart(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("recording.json"), text);

        ConfigurationException stopped = assertThrows(ConfigurationException.class, () -> SimulatorProducer.read(file));
        assertTrue(stopped.getMessage().startsWith("greengraph.simulator.recording: " + file));
        assertThrows(ConfigurationException.class, () -> SimulatorProducer.read(folder.resolve("nowhere.json")));
    }

    private Recording recorded() {
        return Recording.parse(upstream.control("GET", "recording", "").body());
    }

    private void replay(Recording recording, Duration later) {
        upstream.advance(later);
        upstream.restart(Optional.of(recording), Optional.empty());
    }
}
