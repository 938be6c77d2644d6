package dev.greengraph.bench.http;

import dev.greengraph.testsupport.process.GatewayProcess;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

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
    private static final String HOT = "70000000001@c.us";

    private MemoryBenchmark() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        try (GenerousUpstream upstream = new GenerousUpstream();
                GatewayProcess gateway = Pinned.gateway(
                        List.of("-Xmx" + HEAP, "-XX:+ExitOnOutOfMemoryError"), upstream.settings(ACCOUNTS))) {
            URI graphql = gateway.uri("/graphql");
            Question hot = question(graphql, 0, HOT);
            try (Load load = new Load(MemoryBenchmark::isData);
                    Load flood = new Load(body -> isData(body) || isRefusal(body))) {
                load.closed(1, Duration.ofSeconds(2), number -> hot);
                System.out.printf("before: %s MB resident%n", resident(gateway));
                CompletableFuture<Outcome> reading = CompletableFuture.supplyAsync(() ->
                        load.closed(2, Duration.ofSeconds(Integer.getInteger("bench.seconds", 180)), number -> hot));
                int asked = flood(gateway, graphql, flood, reading);
                Outcome read = reading.join();
                System.out.printf(
                        "%d random chats asked, %d upstream calls; %s MB resident%n",
                        asked, upstream.calls.get(), resident(gateway));
                System.out.printf("the hot chat: %s%n", read);
                if (asked < CHATS || read.wrong.get() + read.failed.get() + read.otherStatus.get() > 0) {
                    throw new IllegalStateException(
                            "not all was asked, or the hot chat was not served:\n" + gateway.log());
                }
            }
        }
    }

    private static int flood(GatewayProcess gateway, URI graphql, Load flood, CompletableFuture<Outcome> until)
            throws IOException {
        SplittableRandom chance = new SplittableRandom(1);
        int asked = 0;
        while (!until.isDone()) {
            Outcome part = flood.closed(
                    CALLERS,
                    Duration.ofSeconds(10),
                    number -> question(
                            graphql, number % ACCOUNTS, chance.nextLong(10_000_000_000L, 99_999_999_999L) + "@c.us"));
            asked += part.answered() + part.overloaded.get();
            System.out.printf("%s MB resident; %s%n", resident(gateway), part);
            if (part.wrong.get() + part.otherStatus.get() + part.failed.get() > 0) {
                throw new IllegalStateException("neither data nor a refusal: " + part + "\n" + gateway.log());
            }
        }
        return asked;
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

    /** Where the system tells it; the heap's limit is kept by the JVM, this is the rest, too. */
    private static String resident(GatewayProcess gateway) throws IOException {
        Path status = Path.of("/proc", Long.toString(gateway.handle().pid()), "status");
        if (!Files.exists(status)) {
            return "unknown";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Integer.toString(Integer.parseInt(line.replaceAll("\\D", "")) / 1024))
                .findFirst()
                .orElse("unknown");
    }
}
