package dev.greengraph.testsupport.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An upstream for many accounts: so many that every test takes its own, with a budget and windows that nobody has touched.
 */
public final class FakeUpstream implements AutoCloseable {

    private static final Pattern PATH = Pattern.compile("(/v3)?/waInstance([0-9]+)/([A-Za-z]+)/([^/]+)");

    private final Vertx vertx = Vertx.vertx();
    private final List<UpstreamAccount> whatsapp = accounts("w", 7_103_000_000L, 300, false);
    private final List<UpstreamAccount> max = accounts("m", 3_100_000_000L, 100, true);
    private final Iterator<UpstreamAccount> freeOnWhatsapp = whatsapp.iterator();
    private final Iterator<UpstreamAccount> freeOnMax = max.iterator();
    private final FakeStorage storage = new FakeStorage();
    private int port;

    private static List<UpstreamAccount> accounts(String name, long firstInstance, int count, boolean onMax) {
        return IntStream.range(0, count)
                .mapToObj(i -> new UpstreamAccount(name + i, Long.toString(firstInstance + i), onMax))
                .toList();
    }

    void start() {
        port = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** A WhatsApp account that no other test uses. */
    public UpstreamAccount whatsapp() {
        return freeOnWhatsapp.next();
    }

    /** An account on MAX that no other test uses. */
    public UpstreamAccount max() {
        return freeOnMax.next();
    }

    /** For questions that must not reach the upstream, and so leave no trace in the gateway. */
    public UpstreamAccount shared() {
        return whatsapp.get(whatsapp.size() - 1);
    }

    /** As {@link #shared()}, on MAX. */
    public UpstreamAccount sharedOnMax() {
        return max.get(max.size() - 1);
    }

    /** Where its files are. */
    public FakeStorage storage() {
        return storage;
    }

    /** The address of a file. */
    public String fileUrl(String name) {
        return "http://127.0.0.1:" + port + FakeStorage.PREFIX + name;
    }

    /** The settings that make the gateway know all accounts. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        Stream.concat(whatsapp.stream(), max.stream()).forEach(account -> {
            String prefix = "greengraph.accounts." + account.name() + ".";
            settings.put(prefix + "id-instance", account.idInstance());
            settings.put(prefix + "api-token", account.token());
            settings.put(prefix + "api-url", "http://127.0.0.1:" + port);
            settings.put(prefix + "messenger", account.isOnMax() ? "max" : "whatsapp");
            String webhook = "greengraph.notifications.accounts." + account.name() + ".";
            settings.put(webhook + "path", account.webhookPath());
            settings.put(webhook + "token", account.webhookToken());
        });
        settings.put("greengraph.media.trusted-origins", "http://127.0.0.1:" + port);
        return settings;
    }

    private void answer(HttpServerRequest request) {
        if (request.path().startsWith(FakeStorage.PREFIX)) {
            storage.answer(request);
            return;
        }
        request.body().onSuccess(body -> {
            Matcher path = PATH.matcher(request.path());
            if (path.matches()) {
                Stream.concat(whatsapp.stream(), max.stream())
                        .filter(account -> account.idInstance().equals(path.group(2)))
                        .filter(account -> account.token().equals(path.group(4)))
                        .filter(account -> account.isOnMax() == (path.group(1) != null))
                        .findFirst()
                        .orElseThrow()
                        .answer(path.group(3), body.toString(), request);
            } else {
                request.response().setStatusCode(404).end();
            }
        });
    }
}
