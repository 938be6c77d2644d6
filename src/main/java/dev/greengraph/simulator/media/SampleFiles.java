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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers {@code GET} of every media address with the one file of its type; any page may read it. */
final class SampleFiles {

    /** One range with a beginning, as callers of players ask for it. */
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{1,9})-([0-9]{0,9})");

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

    SampleFiles() {
        NAMES.forEach((extension, name) -> byExtension.put(extension, read(name)));
    }

    void handle(HttpServerRequest request) {
        String path = request.path();
        String extension = path.substring(path.lastIndexOf('.') + 1);
        Buffer file = byExtension.get(extension);
        HttpServerResponse response = request.response().putHeader("Access-Control-Allow-Origin", "*");
        boolean head = request.method().equals(HttpMethod.HEAD);
        if (file == null || !(head || request.method().equals(HttpMethod.GET))) {
            response.setStatusCode(404).end();
            return;
        }
        response.putHeader("Content-Type", StoredFile.typeOf(extension)).putHeader("Accept-Ranges", "bytes");
        Buffer wanted = part(file, request.getHeader("Range"), response);
        response.putHeader("Content-Length", Integer.toString(wanted.length()));
        if (head) {
            response.end();
        } else {
            response.end(wanted);
        }
    }

    private static Buffer part(Buffer file, @Nullable String range, HttpServerResponse response) {
        Matcher wanted = RANGE.matcher(String.valueOf(range));
        if (!wanted.matches()) {
            return file;
        }
        int from = Integer.parseInt(wanted.group(1));
        if (from >= file.length()) {
            response.setStatusCode(416).putHeader("Content-Range", "bytes */" + file.length());
            return Buffer.buffer();
        }
        int last = file.length() - 1;
        int to = wanted.group(2).isEmpty() ? last : Math.min(last, Integer.parseInt(wanted.group(2)));
        response.setStatusCode(206).putHeader("Content-Range", "bytes " + from + "-" + to + "/" + file.length());
        return file.slice(from, Math.max(from, to + 1));
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
