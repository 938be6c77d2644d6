package dev.greengraph.upstream.call;

import dev.greengraph.observe.UpstreamMetrics;
import dev.greengraph.upstream.UpstreamConfig;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/**
 * Builds a client for each REST interface; it serves all accounts, and all of them share one connection pool. Calls that the
 * upstream lets wait have a pool of their own: each account's keeps a connection. The address comes with each call, and only
 * from the configuration. Redirects are not followed, since the new address would be told the token.
 */
@ApplicationScoped
@Startup
class RestClients {

    /** The builder wants an address; every call brings its own. */
    private static final URI NO_ADDRESS = URI.create("http://localhost");

    /**
     * By so many milliseconds the guard ends a call sooner than the client would: what the client throws then names the
     * whole URL, token included, and is traced by a library.
     */
    private static final int GUARD_FIRST = 1_000;

    /** More accounts than one process has: one call that waits for each. */
    private static final int WAITING_CONNECTIONS = 1_000;

    private final UpstreamConfig config;
    private final ResponseGuard guard;
    private final AnswerMemory memory;
    private final InFlightCalls inFlight = new InFlightCalls();
    private final ConcurrentMap<Use, Object> clients = new ConcurrentHashMap<>();

    /** Vert.x shares the pool among clients of one name. */
    private final String pool = "upstream-" + UUID.randomUUID();

    /** A REST interface, and how long the upstream may wait before it answers. */
    private record Use(Class<?> rest, Duration waits) {}

    RestClients(UpstreamConfig config, Vertx vertx, UpstreamMetrics metrics) {
        this.config = config;
        this.memory = new AnswerMemory(config.answerMemory().asLongValue());
        this.guard = new ResponseGuard(inFlight, memory, vertx, config.timeout(), maxBody());
        metrics.answers(config.answerMemory().asLongValue(), memory::used);
    }

    /**
     * The client of that REST interface.
     *
     * @param waits how long the upstream itself may wait before it answers
     */
    <R> R of(Class<R> rest, Duration waits) {
        return rest.cast(clients.computeIfAbsent(new Use(rest, waits), this::create));
    }

    InFlightCalls inFlight() {
        return inFlight;
    }

    AnswerMemory memory() {
        return memory;
    }

    /** Largest answer, after decompression. */
    long maxBody() {
        return config.maxBody().asLongValue();
    }

    private Object create(Use use) {
        boolean isWaiting = !use.waits().isZero();
        long connectMillis = config.connectTimeout().toMillis();
        HttpClientOptions options = new HttpClientOptions().setConnectTimeout((int) connectMillis);
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(NO_ADDRESS)
                .connectTimeout(connectMillis, TimeUnit.MILLISECONDS)
                .readTimeout(config.timeout().plus(use.waits()).toMillis() + GUARD_FIRST, TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .userAgent("greengraph")
                .enableCompression(false)
                .httpClientOptions(options)
                // The client sets the pool's size to 50 if only the options of Vert.x say it.
                .property(
                        QuarkusRestClientProperties.CONNECTION_POOL_SIZE,
                        isWaiting ? WAITING_CONNECTIONS : config.connections())
                .property(QuarkusRestClientProperties.SHARED, true)
                .property(QuarkusRestClientProperties.NAME, isWaiting ? pool + "-waiting" : pool)
                .httpClientRequestCustomizer(guard)
                .property("microprofile.rest.client.disable.default.mapper", true)
                .build(use.rest());
    }
}
