package dev.greengraph.bench.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** An upstream without limits. */
final class GenerousUpstream implements AutoCloseable {

    final AtomicLong calls = new AtomicLong();
    private final int messages;
    private final Vertx vertx = Vertx.vertx();
    private final int port = vertx.createHttpServer()
            .requestHandler(request -> request.body().onSuccess(body -> answer(request, body)))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .actualPort();

    private GenerousUpstream(int messages) {
        this.messages = messages;
    }

    /** It knows every chat: a hundred messages of about a kilobyte in each. */
    static GenerousUpstream withMessages() {
        return new GenerousUpstream(100);
    }

    /** Nobody has written anything. */
    static GenerousUpstream withoutMessages() {
        return new GenerousUpstream(0);
    }

    /** Settings of the gateway for that many accounts. */
    Map<String, String> settings(int accounts) {
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < accounts; i++) {
            String prefix = "greengraph.accounts.a" + i + ".";
            settings.put(prefix + "id-instance", Long.toString(7_103_000_000L + i));
            settings.put(prefix + "api-token", "token-for-a-benchmark");
            settings.put(prefix + "api-url", "http://127.0.0.1:" + port);
        }
        return settings;
    }

    private void answer(HttpServerRequest request, Buffer body) {
        calls.incrementAndGet();
        String chat = body.length() == 0 ? "" : body.toJsonObject().getString("chatId", "");
        StringBuilder rows = new StringBuilder("[");
        for (int i = 0; i < messages; i++) {
            rows.append(i == 0 ? "" : ",").append(row(chat, i));
        }
        request.response()
                .putHeader("Content-Type", "application/json")
                .end(rows.append(']').toString());
    }

    private static String row(String chat, int number) {
        return new JsonObject()
                .put("type", "incoming")
                .put("idMessage", "3A%018d".formatted(number))
                .put("timestamp", 1_767_000_000L - number)
                .put("typeMessage", "textMessage")
                .put("chatId", chat)
                .put("senderId", chat)
                .put("senderName", "Somebody")
                .put("textMessage", "x".repeat(800))
                .encode();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
