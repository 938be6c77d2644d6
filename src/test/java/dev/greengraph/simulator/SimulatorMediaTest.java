package dev.greengraph.simulator;

import static dev.greengraph.simulator.RunningSimulator.SHOWCASE;
import static dev.greengraph.simulator.SimulatedAccount.SHOP;
import static dev.greengraph.simulator.SimulatedAccount.STUDIO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every media address that the simulator gives out can be loaded. */
class SimulatorMediaTest {

    private static final Map<String, String> TYPES = Map.of(
            "jpg", "image/jpeg",
            "png", "image/png",
            "webp", "image/webp",
            "mp4", "video/mp4",
            "oga", "audio/ogg; codecs=opus",
            "mp3", "audio/mpeg",
            "pdf", "application/pdf",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    @RegisterExtension
    final RunningSimulator upstream = new RunningSimulator();

    @Test
    void everyAddressLoadsAsWhatItIs() {
        // Given
        Set<String> addresses = new TreeSet<>();
        for (String key : Set.of("downloadUrl", "thumbnailUrl")) {
            addresses.addAll(upstream.history(SHOP, SHOWCASE, 100).findValuesAsText(key));
            addresses.addAll(upstream.history(STUDIO, "-70000000000001", 100).findValuesAsText(key));
            addresses.addAll(
                    upstream.entries(SHOP, "getIncomingStatuses?minutes=43200").findValuesAsText(key));
            addresses.addAll(
                    upstream.entries(SHOP, "lastIncomingMessages?minutes=43200").findValuesAsText(key));
        }
        addresses.removeIf(address -> address.isEmpty() || address.startsWith("{{"));

        // When, Then
        Set<String> seen = new TreeSet<>();
        for (String address : addresses) {
            HttpResponse<String> file = upstream.send(HttpRequest.newBuilder(URI.create(address)));
            String extension = address.replaceAll("\\?.*", "").replaceAll(".*\\.", "");
            assertEquals(200, file.statusCode(), address);
            assertEquals(
                    TYPES.get(extension),
                    file.headers().firstValue("Content-Type").orElse(""),
                    address);
            assertEquals(
                    "*",
                    file.headers().firstValue("Access-Control-Allow-Origin").orElse(""),
                    address);
            assertTrue(file.body().length() > 100, address);
            seen.add(extension);
        }
        assertEquals(new TreeSet<>(TYPES.keySet()), seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_media/x.exe", "/_media/", "/_media/../etc/passwd"})
    void nothingElseIsServed(String path) {
        assertEquals(404, upstream.send(upstream.request(path)).statusCode());
    }

    @Test
    void mediaAreReadOnly() {
        assertEquals(
                404,
                upstream.send(upstream.request("/_media/x.jpg").POST(BodyPublishers.noBody()))
                        .statusCode());
    }
}
