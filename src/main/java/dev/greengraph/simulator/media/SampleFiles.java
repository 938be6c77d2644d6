package dev.greengraph.simulator.media;

import dev.greengraph.simulator.content.StoredFile;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Answers {@code GET} of every media address with the one file of its type; any page may read it. */
public final class SampleFiles {

    /** Every path below it is answered here. */
    public static final String PREFIX = "/_media/";

    private static final Map<String, String> NAMES = Map.of(
            "jpg", "picture.jpg",
            "png", "picture.png",
            "webp", "picture.webp",
            "mp4", "clip.mp4",
            "oga", "sound.oga",
            "mp3", "sound.mp3",
            "pdf", "document.pdf",
            "xlsx", "document.xlsx");

    private final Map<String, Buffer> byExtension = new HashMap<>();

    public SampleFiles() {
        NAMES.forEach((extension, name) -> byExtension.put(extension, read(name)));
    }

    public void handle(HttpServerRequest request) {
        String path = request.path();
        String extension = path.substring(path.lastIndexOf('.') + 1);
        Buffer file = byExtension.get(extension);
        HttpServerResponse response = request.response().putHeader("Access-Control-Allow-Origin", "*");
        boolean head = request.method().equals(HttpMethod.HEAD);
        if (file == null || !(head || request.method().equals(HttpMethod.GET))) {
            response.setStatusCode(404).end();
            return;
        }
        response.putHeader("Content-Type", StoredFile.typeOf(extension))
                .putHeader("Content-Length", Integer.toString(file.length()));
        if (head) {
            response.end();
        } else {
            response.end(file);
        }
    }

    private static Buffer read(String name) {
        try (InputStream content = SampleFiles.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return Buffer.buffer(content.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
