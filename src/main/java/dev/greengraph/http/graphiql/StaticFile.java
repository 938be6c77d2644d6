package dev.greengraph.http.graphiql;

import dev.greengraph.account.Sha256;
import dev.greengraph.http.negotiation.Gzip;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * A file of the class path, held in memory and served with a validator.
 *
 * <p>Browsers cache it but revalidate it each time: a new release shows at once and an unchanged file costs a 304. It is
 * compressed once, when it is read.
 *
 * @param body the whole content
 * @param compressed the content as gzip, absent for a short one
 * @param contentType the media type, by the file's extension
 * @param etag a strong validator: a quoted hash of the content
 */
record StaticFile(Buffer body, Optional<Buffer> compressed, String contentType, String etag) {

    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "graphql", "text/plain;charset=utf-8");

    /**
     * Reads a file.
     *
     * <p>Fails with {@link IllegalStateException} if there is no such file or its extension has no known type.
     *
     * @param path the place on the class path, without a leading slash
     */
    static StaticFile fromClassPath(String path) {
        byte[] content = read(path);
        String contentType = CONTENT_TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (contentType == null) {
            throw new IllegalStateException("No content type for " + path);
        }
        Buffer body = Buffer.buffer(content);
        Optional<Buffer> compressed =
                body.length() < Gzip.MIN_BYTES ? Optional.empty() : Optional.of(Gzip.compress(body));
        return new StaticFile(body, compressed, contentType, etagOf(content));
    }

    /** Answers 200 with the content, or 304 if the caller has it. */
    void send(RoutingContext context) {
        Optional<Buffer> zipped = compressed.filter(available -> Gzip.isAccepted(context));
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.VARY, "Accept-Encoding")
                .putHeader(HttpHeaders.ETAG, zipped.isPresent() ? etag.replaceFirst("\"$", "-gzip\"") : etag);
        if (context.isFresh()) {
            context.response().setStatusCode(304).end();
        } else {
            zipped.ifPresent(used -> context.response().putHeader(HttpHeaders.CONTENT_ENCODING, "gzip"));
            context.end(zipped.orElse(body));
        }
    }

    private static byte[] read(String path) {
        try (InputStream content = StaticFile.class.getClassLoader().getResourceAsStream(path)) {
            if (content == null) {
                throw new IllegalStateException("Not on the class path: " + path);
            }
            return content.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String etagOf(byte[] content) {
        return '"' + HexFormat.of().formatHex(Sha256.bytes(content), 0, 16) + '"';
    }
}
