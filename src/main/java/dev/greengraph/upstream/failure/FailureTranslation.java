package dev.greengraph.upstream.failure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.failure.UpstreamFailure.AccountNotReady;
import dev.greengraph.upstream.failure.UpstreamFailure.ArgumentRefused;
import dev.greengraph.upstream.failure.UpstreamFailure.ChatNotFound;
import dev.greengraph.upstream.failure.UpstreamFailure.InvalidResponse;
import dev.greengraph.upstream.failure.UpstreamFailure.MessageNotFound;
import dev.greengraph.upstream.failure.UpstreamFailure.MethodNotEnabled;
import dev.greengraph.upstream.failure.UpstreamFailure.NotReady;
import dev.greengraph.upstream.failure.UpstreamFailure.QuotaExceeded;
import dev.greengraph.upstream.failure.UpstreamFailure.RateLimited;
import dev.greengraph.upstream.failure.UpstreamFailure.StatusesNotEnabled;
import dev.greengraph.upstream.failure.UpstreamFailure.TimedOut;
import dev.greengraph.upstream.failure.UpstreamFailure.Unauthorized;
import dev.greengraph.upstream.failure.UpstreamFailure.Unavailable;
import dev.greengraph.upstream.row.RowReader;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names a failure of one upstream method. Of an error body only {@code message} is read and matched against the known
 * ones, and of a 466 its numbers ({@link QuotaUse}): such bodies hold the token ({@code path}) and phone numbers ({@code description}).
 *
 * <p>Source: upstream manual, common errors; samples {@code upstream/errors}.
 */
public final class FailureTranslation {

    /** The upstream's proxy saw its own caller give up, so nothing was wrong with the request. */
    private static final int GAVE_UP = 499;

    private static final int LONGEST_MESSAGE = 200;
    private static final Pattern INSTANCE_UNKNOWN = Pattern.compile(
            "\\b(id)?instance\\b.{0,100}\\b(not found|unknown|does not exist)", Pattern.CASE_INSENSITIVE);

    private final UpstreamEndpoint endpoint;

    public FailureTranslation(UpstreamEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The gateway ended the call. */
    public UpstreamFailure ofAbort(AbortReason reason) {
        return switch (reason) {
            case OUT_OF_TIME -> new TimedOut(endpoint);
            case TOO_LARGE -> new InvalidResponse(endpoint, "too large");
            case TOO_LATE -> new Unavailable(endpoint, "connected too late");
        };
    }

    /** What the HTTP client threw: no answer at all, or not a whole one. */
    public UpstreamFailure ofWire(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof UpstreamFailure named) {
                return named;
            }
            if (t instanceof TimeoutException && !isConnecting(t)) {
                return new TimedOut(endpoint);
            }
        }
        return isLost(thrown)
                ? new Unavailable(endpoint, "connection lost", true)
                : new Unavailable(endpoint, "no connection");
    }

    /** A connection that was never made fails with a more special exception: refused, no route, unknown host. */
    private static boolean isLost(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof HttpClosedException || t.getClass() == IOException.class || isReset(t)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isReset(Throwable t) {
        return t instanceof SocketException && !(t instanceof ConnectException || t instanceof NoRouteToHostException);
    }

    private static boolean isConnecting(Throwable timeout) {
        return timeout.getClass().getSimpleName().contains("Connect");
    }

    /** What an answer with another status than 200 means. */
    public UpstreamFailure ofStatus(int status, @Nullable MediaType type, byte[] body) {
        return switch (status) {
            case 400 ->
                known(RowReader.tree(body))
                        .or(() -> bareText(body))
                        .orElseGet(() -> new InvalidResponse(endpoint, "unknown 400"));
            case 401 -> new Unauthorized(endpoint);
            case 403 -> forbidden(type);
            case 404 -> notFound(type, body);
            case 429 -> new RateLimited(endpoint);
            case 466 -> new QuotaExceeded(endpoint, QuotaUse.read(RowReader.tree(body)));
            case 408, 504 -> new TimedOut(endpoint);
            default ->
                status >= 500 || status == GAVE_UP
                        ? new Unavailable(endpoint, "status " + status)
                        : new InvalidResponse(endpoint, "status " + status);
        };
    }

    /**
     * 404 says that the upstream has no such method (or not for this account), unless it speaks of the account: then
     * every method answers so. A proxy's page comes from an address that is not the upstream's.
     */
    private UpstreamFailure notFound(@Nullable MediaType type, byte[] body) {
        Optional<UpstreamFailure> known = known(RowReader.tree(body));
        if (known.isPresent()) {
            return known.get();
        }
        if (isPage(type) || isAboutInstance(body)) {
            return new Unauthorized(endpoint);
        }
        return endpoint.isGrantedPerAccount() ? notGranted() : new InvalidResponse(endpoint, "status 404");
    }

    /** In a message of its own, not in a path ({@code Cannot GET /waInstance…}). */
    private static boolean isAboutInstance(byte[] body) {
        String text = RowReader.tree(body)
                .map(tree -> tree.isTextual()
                        ? tree.textValue()
                        : tree.path("message").asText(""))
                .orElseGet(() -> new String(body, 0, Math.min(body.length, LONGEST_MESSAGE), StandardCharsets.UTF_8));
        return INSTANCE_UNKNOWN.matcher(text).find();
    }

    private static boolean isPage(@Nullable MediaType type) {
        return type != null && "html".equals(type.getSubtype());
    }

    /** A 200 whose body is not what the method promises: an error object is named as if it had come with its status. */
    public UpstreamFailure ofContent(Optional<JsonNode> body, String expected) {
        return known(body).orElseGet(() -> new InvalidResponse(endpoint, "not " + expected));
    }

    private UpstreamFailure forbidden(@Nullable MediaType type) {
        return endpoint.isGrantedPerAccount() && !isPage(type) ? notGranted() : new Unauthorized(endpoint);
    }

    private UpstreamFailure notGranted() {
        return endpoint.isAboutStatuses() ? new StatusesNotEnabled(endpoint) : new MethodNotEnabled(endpoint);
    }

    /** The manual prints the refusal of a file as a text within braces, which is no JSON. */
    private Optional<UpstreamFailure> bareText(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, LONGEST_MESSAGE), StandardCharsets.UTF_8);
        return notFound(text.replaceFirst("^[^A-Za-z]+", "").toLowerCase(Locale.ROOT));
    }

    private Optional<UpstreamFailure> known(Optional<JsonNode> body) {
        return body.map(tree -> tree.path("message").asText("").toLowerCase(Locale.ROOT))
                .flatMap(this::ofMessage);
    }

    /** What was not found first: that message repeats the caller's id, which may hold any of the other words. */
    private Optional<UpstreamFailure> ofMessage(String message) {
        return notFound(message)
                .or(() -> notReady(message).map(reason -> new AccountNotReady(endpoint, reason)))
                .or(() -> refused(message));
    }

    private static Optional<NotReady> notReady(String message) {
        if (message.contains("not authorized")) {
            return Optional.of(NotReady.NOT_AUTHORIZED);
        }
        if (message.contains("starting")) {
            return Optional.of(NotReady.STARTING);
        }
        if (message.contains("expired")) {
            return Optional.of(NotReady.EXPIRED);
        }
        return message.contains("is deleted") ? Optional.of(NotReady.DELETED) : Optional.empty();
    }

    private Optional<UpstreamFailure> notFound(String message) {
        if (message.startsWith("chatid not found")) {
            return Optional.of(new ChatNotFound(endpoint));
        }
        boolean isWithoutFile = message.startsWith("file message") && message.contains("not found");
        return isWithoutFile || message.startsWith("message not found")
                ? Optional.of(new MessageNotFound(endpoint))
                : Optional.empty();
    }

    private Optional<UpstreamFailure> refused(String message) {
        if (message.contains("chat limit on your tariff")) {
            return Optional.of(new QuotaExceeded(endpoint, QuotaUse.UNKNOWN));
        }
        if (message.startsWith("validation failed") || message.startsWith("bad request")) {
            String argument = message.contains("'chatid'")
                    ? "chatId"
                    : message.contains("'idmessage'") || message.contains("'message id'") ? "messageId" : "arguments";
            return Optional.of(new ArgumentRefused(endpoint, argument));
        }
        return Optional.empty();
    }
}
