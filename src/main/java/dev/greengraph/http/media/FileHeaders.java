package dev.greengraph.http.media;

import dev.greengraph.account.Sha256;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Headers of files. What a file is, its sender decided: only types that cannot run anything are shown in a page, all others
 * are to be saved, and none is guessed at.
 */
final class FileHeaders {

    /** Of pictures, sounds and clips that browsers show; no SVG, which may hold scripts. */
    private static final Set<String> SHOWN = Set.of(
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "video/mp4",
            "video/webm",
            "video/3gpp",
            "video/quicktime",
            "audio/mpeg",
            "audio/mp4",
            "audio/aac",
            "audio/ogg",
            "audio/opus",
            "audio/amr",
            "audio/webm",
            "audio/wav");

    private static final String UNKNOWN = "application/octet-stream";
    /** A parameter of a type that is passed on, such as {@code codecs=opus}. */
    private static final Pattern PARAMETERS = Pattern.compile("(; ?codecs=\"?[A-Za-z0-9., ]{1,40}\"?)?");

    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{1,15}-[0-9]{0,15}|-[0-9]{1,15})");
    private static final int LONGEST_NAME = 150;

    private FileHeaders() {}

    /** A file never changes, and its name in an address is made of what it is: so its tag is, too. */
    static String etag(String name) {
        return "\"" + Sha256.hex("file " + name).substring(0, 32) + "\"";
    }

    /** Whether the caller has the file already. */
    static boolean isHeld(HttpServerRequest request, String etag) {
        String held = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return held != null
                && Arrays.stream(held.split(","))
                        .map(String::strip)
                        .anyMatch(tag ->
                                tag.equals("*") || tag.replaceFirst("^W/", "").equals(etag));
    }

    /** The part that is wanted; all of it, if it is not one range, or one of another file. */
    static @Nullable String range(HttpServerRequest request, String etag) {
        String range = request.getHeader("Range");
        String of = request.getHeader("If-Range");
        boolean isWanted = range != null && RANGE.matcher(range).matches() && (of == null || of.equals(etag));
        return isWanted ? range : null;
    }

    /** What every answer with a file says, also one that says only that it is the same. */
    static void common(HttpServerResponse response, String etag) {
        response.putHeader(HttpHeaders.ETAG, etag)
                .putHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=86400, immutable")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Content-Security-Policy", "default-src 'none'; sandbox")
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }

    /**
     * What it is.
     *
     * @param said by the storage
     * @param name of the file, if it is known
     */
    static void content(HttpServerResponse response, @Nullable String said, Optional<String> name) {
        String type = shown(said);
        response.putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (type.equals(UNKNOWN) ? "attachment" : "inline")
                                + name.map(FileHeaders::parameter).orElse(""));
    }

    private static String shown(@Nullable String said) {
        String type = said == null ? "" : said.strip().toLowerCase(Locale.ROOT);
        int end = type.indexOf(';');
        String bare = end < 0 ? type : type.substring(0, end).strip();
        boolean isPlain = end < 0 || PARAMETERS.matcher(type.substring(end)).matches();
        return SHOWN.contains(bare) ? (isPlain ? type : bare) : UNKNOWN;
    }

    /** RFC 8187: no character of the name can end the parameter. */
    private static String parameter(String name) {
        String whole = name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
        return "; filename*=UTF-8''"
                + URLEncoder.encode(whole, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A");
    }
}
