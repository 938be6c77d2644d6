package dev.greengraph.startup.warmup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.account.Account;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.UpstreamClient;
import dev.greengraph.upstream.UpstreamRequest;
import dev.greengraph.upstream.endpoint.NewestInChat;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** An upstream in memory: a hundred messages of twenty chats until now, texts and pictures. No call leaves the process. */
final class MemoryUpstream implements UpstreamClient {

    /** A chat that it knows. */
    static final String CHAT = chat(0);
    /** A message of that chat. */
    static final String MESSAGE = message(0);

    private static final int MESSAGES = 100;
    private static final int CHATS = 20;
    private static final int BYTES = 256 * MESSAGES;

    private final Clock clock;

    MemoryUpstream(Clock clock) {
        this.clock = clock;
    }

    @Override
    public <R, Q extends UpstreamRequest, A> Uni<A> call(
            Account account, EndpointDefinition<R, Q, A> endpoint, Q request, CallListener listener) {
        listener.sent();
        ArrayNode rows = rows(request instanceof NewestInChat);
        Optional<A> list = endpoint.reader().read(rows, BYTES, request);
        return Uni.createFrom()
                .item(() -> list.or(() -> endpoint.reader().read(rows.get(0), BYTES, request))
                        .orElseThrow());
    }

    /** Nothing of it is shared with other replicas. */
    @Override
    public <Q extends UpstreamRequest, A> Uni<A> read(
            EndpointDefinition<?, Q, A> endpoint, Q request, Supplier<byte[]> body) {
        throw new UnsupportedOperationException();
    }

    private ArrayNode rows(boolean ofOneChat) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        long now = clock.instant().getEpochSecond();
        for (int i = 0; i < MESSAGES; i++) {
            rows.add(row(i, ofOneChat ? CHAT : chat(i % CHATS), now - i));
        }
        return rows;
    }

    private static JsonNode row(int number, String chat, long timestamp) {
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("type", number % 3 == 0 ? "outgoing" : "incoming")
                .put("idMessage", message(number))
                .put("timestamp", timestamp)
                .put("chatId", chat)
                .put("senderId", chat)
                .put("senderName", "Somebody");
        return number % 5 == 0
                ? row.put("typeMessage", "imageMessage")
                        .put("downloadUrl", "https://example.invalid/" + number)
                        .put("caption", "A picture")
                        .put("mimeType", "image/jpeg")
                : row.put("typeMessage", "textMessage").put("textMessage", "Is the blue mug ready? " + number);
    }

    private static String chat(int number) {
        return 70_000_001_000L + number + "@c.us";
    }

    private static String message(int number) {
        return "3A%018d".formatted(number);
    }
}
