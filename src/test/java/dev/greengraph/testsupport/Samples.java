package dev.greengraph.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.cache.Reading;
import dev.greengraph.cache.freshness.AnswerAge;
import dev.greengraph.cache.window.Window;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.RowReader;
import dev.greengraph.upstream.row.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/** The upstream's answers in {@code src/test/resources/upstream}, and entries written by hand. */
public final class Samples {

    /** The small picture in all samples of WhatsApp. */
    public static final String JPEG = "/9j/4AAQSkZJRgABAQAAAQABAAD/2Q==";

    /** The small picture in all samples of MAX. */
    public static final String WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

    private Samples() {}

    /** The body of a sample, named {@code folder/file} without its ending. */
    public static byte[] bytes(String name) {
        String path = "upstream/" + name + ".json";
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            return Objects.requireNonNull(in, path).readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The rows of a sample. */
    public static Rows rows(String name) {
        return rows(bytes(name), name.startsWith("last-outgoing") ? "outgoing" : "incoming");
    }

    /** The rows of a body that holds a list of entries of that type. */
    public static Rows rows(byte[] body, String type) {
        return RowReader.rows(RowReader.tree(body).orElseThrow(), type, body.length);
    }

    /** The rows of a list of entries written by hand. */
    public static Rows list(String json) {
        return rows(json.getBytes(StandardCharsets.UTF_8), "incoming");
    }

    /** An entry written by hand, {@code '} for {@code "}: the fields after those that every entry has. */
    public static MessageRow entry(String typeMessage, String fields) {
        return row("""
                {'type': 'incoming', 'idMessage': '3A000000000000000001', 'timestamp': 1766000000,
                 'chatId': '70000001001@c.us', 'senderId': '70000001001@c.us', 'typeMessage': '%s'%s}""".formatted(typeMessage, fields.isEmpty() ? "" : ", " + fields));
    }

    /** One whole entry written by hand, {@code '} for {@code "}. */
    public static MessageRow row(String json) {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        JsonNode tree = RowReader.tree(body).orElseThrow();
        return RowReader.row(tree, "incoming").orElseThrow();
    }

    /** A fresh reading of these rows. */
    public static Reading<Window> reading(Rows rows) {
        return new Reading<>(Window.of(rows), new AnswerAge(Instant.EPOCH, null));
    }
}
