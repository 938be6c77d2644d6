package dev.greengraph.bench.http;

import dev.greengraph.testsupport.process.GatewayProcess;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A hundred thousand random chats asked of a gateway with a small heap, while a chat that everybody reads is read on. Fails
 * if the gateway dies, answers something else than data or a refusal, or stops serving what is hot.
 */
public final class MemoryBenchmark {

    private static final int CHATS = Integer.getInteger("bench.chats", 100_000);
    private static final int ACCOUNTS = Integer.getInteger("bench.accounts", 20);
    /** More than can wait for a turn at the upstream: the others are refused at once. */
    private static final int CALLERS = Integer.getInteger("bench.callers", 200);

    private static final String HEAP = System.getProperty("bench.heap", "256m");
    private static final Duration PART = Duration.ofSeconds(10);
    private static final String HOT = "70000000001@c.us";

    private MemoryBenchmark() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        try (GenerousUpstream upstream = GenerousUpstream.withMessages();
                GatewayProcess gateway = Pinned.gateway(
                        List.of("-Xmx" + HEAP, "-XX:+ExitOnOutOfMemoryError"), upstream.settings(ACCOUNTS))) {
            URI graphql = gateway.uri("/graphql");
            Question hot = question(graphql, 0, HOT);
            try (Load load = new Load(MemoryBenchmark::isData);
                    Load flood = new Load(body -> isData(body) || isRefusal(body))) {
                load.closed(1, Duration.ofSeconds(2), number -> hot);
                System.out.printf("before: %s%n", Resident.told(gateway));
                int asked = 0;
                while (asked < CHATS) {
                    CompletableFuture<Outcome> reading =
                            CompletableFuture.supplyAsync(() -> load.closed(2, PART, number -> hot));
                    Outcome part = flood.closed(CALLERS, PART, number -> random(graphql, number));
                    asked += part.answered() + part.overloaded.get();
                    report(gateway, asked, upstream.calls.get(), part, reading.join());
                }
            }
        }
    }

    private static void report(GatewayProcess gateway, int asked, long calls, Outcome flood, Outcome hot)
            throws IOException {
        System.out.printf(
                "%d asked, %d upstream calls, %s; hot chat: %s; random chats: %s%n",
                asked, calls, Resident.told(gateway), hot, flood);
        boolean unserved = hot.answered() == 0 || hot.wrong.get() + hot.failed.get() + hot.otherStatus.get() > 0;
        if (unserved || flood.wrong.get() + flood.otherStatus.get() + flood.failed.get() > 0) {
            throw new IllegalStateException("neither data nor a refusal, or no hot chat:\n" + gateway.log());
        }
    }

    private static Question random(URI graphql, int number) {
        long chat = ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L);
        return question(graphql, number % ACCOUNTS, chat + "@c.us");
    }

    private static Question question(URI graphql, int account, String chat) {
        return Question.query(
                graphql,
                "query{account(name:\"a%d\"){chat(chatId:\"%s\"){history(first:5){nodes{messageId}}}}}"
                        .formatted(account, chat));
    }

    private static boolean isData(Buffer body) {
        return body.toString().contains("\"messageId\"");
    }

    private static boolean isRefusal(Buffer body) {
        return body.toString().contains("\"code\":\"RATE_LIMITED\"");
    }
}
