package dev.greengraph.upstream.call;

import dev.greengraph.account.Account;
import dev.greengraph.account.Messenger;
import dev.greengraph.upstream.UpstreamConfig;
import dev.greengraph.upstream.UpstreamEndpoint;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * Builds the REST clients. One client of a method serves all accounts: the address comes with each call, and only from
 * the configuration. Redirects are not followed, since the new address would be told the token.
 */
@ApplicationScoped
public class RestClients {

    /** Stands where the builder wants an address; every call brings its own. */
    private static final URI NO_ADDRESS = URI.create("http://localhost");

    /**
     * By so many milliseconds the guard ends a call sooner than the client would: what the client throws then names the
     * whole URL, token included, and is traced by a library.
     */
    private static final int GUARD_FIRST = 1_000;

    private final UpstreamConfig config;
    private final ResponseGuard guard;
    private final InFlightCalls departures = new InFlightCalls();

    RestClients(UpstreamConfig config, Vertx vertx) {
        this.config = config;
        this.guard = new ResponseGuard(
                departures, vertx, config.timeout(), config.maxBody().asLongValue());
    }

    public <T> T create(Class<T> wire) {
        long connectMillis = config.connectTimeout().toMillis();
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) connectMillis)
                .setMaxPoolSize(config.connections())
                .setDecompressionSupported(true);
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(NO_ADDRESS)
                .connectTimeout(connectMillis, TimeUnit.MILLISECONDS)
                .readTimeout(config.timeout().toMillis() + GUARD_FIRST, TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .userAgent("greengraph")
                .httpClientOptions(options)
                .httpClientRequestCustomizer(guard)
                .property("microprofile.rest.client.disable.default.mapper", true)
                .build(wire);
    }

    /** How a method is called. */
    public SingleCall call(UpstreamEndpoint endpoint) {
        return new SingleCall(departures, endpoint);
    }

    /** The address of an account's methods: MAX has them below {@code /v3}. */
    public static String address(Account account) {
        return account.messenger() == Messenger.MAX
                ? account.apiUrl() + "/v3"
                : account.apiUrl().toString();
    }
}
