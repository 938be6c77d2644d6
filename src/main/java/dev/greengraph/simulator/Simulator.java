package dev.greengraph.simulator;

import dev.greengraph.simulator.fault.Faults;
import dev.greengraph.simulator.fault.FaultyReply;
import dev.greengraph.simulator.wire.RateWindows;
import dev.greengraph.simulator.world.Worlds;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The simulated upstream as a server on the loopback interface.
 *
 * <p>Its data begins at the moment it is made and is a function of the seed, that moment and the clock: same seed, same
 * beginning and same now give the same bytes. All requests are handled on one event loop, so nothing in here is locked.
 */
public final class Simulator {

    /** The only address it listens on. */
    public static final String HOST = "127.0.0.1";

    private final HttpServer server;
    private final UpstreamHandler door;
    private final Controls controls;

    /** @param clock decides how much has happened, and the limits */
    public Simulator(Vertx vertx, Clock clock, long seed) {
        Instant start = clock.instant();
        RateWindows limits = new RateWindows();
        Faults faults = new Faults(clock, names());
        MethodAnswers answers = new MethodAnswers(Map.of(
                SimulatedAccount.SHOP, Worlds.shop(seed, start),
                SimulatedAccount.STUDIO, Worlds.studio(seed, start)));
        this.door = new UpstreamHandler(clock, limits, faults, new FaultyReply(vertx, Reply::send), answers);
        this.controls = new Controls(limits, faults);
        this.server =
                vertx.createHttpServer(new HttpServerOptions().setHost(HOST)).requestHandler(this::handle);
    }

    /**
     * Starts to listen.
     *
     * @param port 0 takes any free one
     * @return the port it listens on; fails if the port is taken
     */
    public Future<Integer> start(int port) {
        return server.listen(port, HOST).map(HttpServer::actualPort);
    }

    /** Stops and closes all connections, those of hanging calls too. */
    public Future<Void> stop() {
        return server.close();
    }

    private void handle(HttpServerRequest request) {
        if (request.path().startsWith(Controls.PREFIX)) {
            controls.handle(request);
        } else {
            door.enter(request);
        }
    }

    private static Set<String> names() {
        return SimulatedAccount.ALL.stream().map(SimulatedAccount::name).collect(Collectors.toSet());
    }
}
