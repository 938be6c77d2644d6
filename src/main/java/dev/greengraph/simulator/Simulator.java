package dev.greengraph.simulator;

import dev.greengraph.simulator.control.AdjustableClock;
import dev.greengraph.simulator.control.ClockControl;
import dev.greengraph.simulator.control.ControlRoutes;
import dev.greengraph.simulator.control.WorldControl;
import dev.greengraph.simulator.fault.Faults;
import dev.greengraph.simulator.fault.FaultyReply;
import dev.greengraph.simulator.fault.FaultyReply.HttpReply;
import dev.greengraph.simulator.media.SampleFiles;
import dev.greengraph.simulator.wire.RateWindows;
import dev.greengraph.simulator.world.World;
import dev.greengraph.simulator.world.Worlds;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The simulated upstream as a server on the loopback interface.
 *
 * <p>Its data begins at the moment it is made and is a function of the seed, that moment, the port and the clock: the
 * same four give the same bytes. All requests are handled on one event loop, so nothing in here is locked.
 */
public final class Simulator {

    /** The only address it listens on. */
    public static final String HOST = "127.0.0.1";

    /** The system frees the port of a closed server some milliseconds after Vert.x says that it is closed. */
    private static final int ATTEMPTS = 10;

    private static final long RETRY_MILLIS = 20;

    private final Vertx vertx;
    private final Clock clock;
    private final AdjustableClock worldClock;
    private final long seed;
    private final SampleFiles files = new SampleFiles();
    private volatile @Nullable HttpServer server;

    /** @param clock decides how much has happened, and the limits */
    public Simulator(Vertx vertx, Clock clock, long seed) {
        this.vertx = vertx;
        this.clock = clock;
        this.worldClock = new AdjustableClock(clock);
        this.seed = seed;
    }

    /**
     * Starts to listen.
     *
     * @param port 0 takes any free one
     * @return the port it listens on; fails if the port is taken
     */
    public Future<Integer> start(int port) {
        return listen(port, ATTEMPTS).map(listening -> {
            server = listening;
            return listening.actualPort();
        });
    }

    private Future<HttpServer> listen(int port, int attempts) {
        Requests requests = new Requests();
        return vertx.createHttpServer(new HttpServerOptions().setHost(HOST).setReuseAddress(true))
                .requestHandler(requests::handle)
                .listen(port, HOST)
                .onSuccess(listening -> requests.open(listening.actualPort()))
                .recover(taken -> attempts == 1
                        ? Future.failedFuture(taken)
                        : pause().compose(waited -> listen(port, attempts - 1)));
    }

    private Future<Long> pause() {
        Promise<Long> promise = Promise.promise();
        vertx.setTimer(RETRY_MILLIS, promise::complete);
        return promise.future();
    }

    /** Stops to listen and closes all connections, those of hanging calls too. */
    public Future<Void> stop() {
        HttpServer listening = server;
        return listening == null ? Future.succeededFuture() : listening.close();
    }

    /** What answers; made when the port is known, because media addresses contain it. */
    private final class Requests {

        private volatile @Nullable UpstreamHandler upstream;
        private volatile @Nullable ControlRoutes controls;

        void open(int port) {
            RateWindows limits = new RateWindows();
            Faults faults = new Faults(clock, names());
            String mediaUrl = "http://" + HOST + ":" + port + SampleFiles.PREFIX + "upstream";
            World shop = Worlds.shop(seed, worldClock.start(), mediaUrl);
            World studio = Worlds.studio(seed, worldClock.start(), mediaUrl);
            MethodAnswers answers =
                    new MethodAnswers(Map.of(SimulatedAccount.SHOP, shop, SimulatedAccount.STUDIO, studio));
            Map<String, World> byName =
                    Map.of(SimulatedAccount.SHOP.name(), shop, SimulatedAccount.STUDIO.name(), studio);
            upstream = new UpstreamHandler(
                    new UpstreamHandler.Clocks(clock, worldClock),
                    limits,
                    faults,
                    new FaultyReply(vertx, Reply::send),
                    answers);
            controls = new ControlRoutes(
                    limits,
                    faults,
                    new ClockControl(worldClock),
                    new WorldControl(byName, worldClock),
                    (request, answer) -> Reply.send(new HttpReply(request, answer)));
        }

        void handle(HttpServerRequest request) {
            UpstreamHandler calls = upstream;
            ControlRoutes control = controls;
            if (calls == null || control == null) {
                request.response().setStatusCode(503).end();
            } else if (request.path().startsWith(ControlRoutes.PREFIX)) {
                control.handle(request);
            } else if (request.path().startsWith(SampleFiles.PREFIX)) {
                files.handle(request);
            } else {
                calls.handle(request);
            }
        }
    }

    private static Set<String> names() {
        return SimulatedAccount.ALL.stream().map(SimulatedAccount::name).collect(Collectors.toSet());
    }
}
