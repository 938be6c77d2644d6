package dev.greengraph.simulator;

import dev.greengraph.simulator.control.AdjustableClock;
import dev.greengraph.simulator.control.ClockControl;
import dev.greengraph.simulator.control.ControlRoutes;
import dev.greengraph.simulator.control.EventControl;
import dev.greengraph.simulator.control.WorldControl;
import dev.greengraph.simulator.fault.Faults;
import dev.greengraph.simulator.fault.FaultyReply;
import dev.greengraph.simulator.fault.FaultyReply.HttpReply;
import dev.greengraph.simulator.media.Storage;
import dev.greengraph.simulator.notification.Mailbox;
import dev.greengraph.simulator.notification.Mailboxes;
import dev.greengraph.simulator.recording.PassedOn;
import dev.greengraph.simulator.recording.Recorder;
import dev.greengraph.simulator.recording.Recording;
import dev.greengraph.simulator.recording.Replay;
import dev.greengraph.simulator.wire.RateWindows;
import dev.greengraph.simulator.wire.RequestPath;
import dev.greengraph.simulator.wire.WireAnswer;
import dev.greengraph.simulator.world.World;
import dev.greengraph.simulator.world.Worlds;
import dev.greengraph.simulator.world.directory.AccountEvents;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
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
    private final Source source;
    private final Storage storage;
    private volatile @Nullable HttpServer server;
    private volatile @Nullable Mailboxes mailboxes;

    /**
     * Where answers come from besides the invented accounts.
     *
     * @param recording what an account of its messenger answers in place of what is invented
     * @param upstream where the calls of all other accounts are passed on to
     * @param pseudonyms one for each recording that is made; what it decides must be guessed by nobody
     */
    public record Source(Optional<Recording> recording, Optional<URI> upstream, Supplier<Random> pseudonyms) {

        /** Invented accounts only. */
        public static final Source INVENTED = new Source(Optional.empty(), Optional.empty(), SecureRandom::new);
    }

    /** Of invented accounts only. */
    public Simulator(Vertx vertx, Clock clock, long seed) {
        this(vertx, clock, seed, Source.INVENTED);
    }

    /** @param clock decides how much has happened, and the limits */
    public Simulator(Vertx vertx, Clock clock, long seed, Source source) {
        this.source = source;
        this.vertx = vertx;
        this.clock = clock;
        this.worldClock = new AdjustableClock(clock);
        this.seed = seed;
        this.storage = new Storage(worldClock);
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
        Mailboxes boxes = mailboxes;
        if (boxes != null) {
            boxes.close();
        }
        return listening == null ? Future.succeededFuture() : listening.close();
    }

    /** What answers; made when the port is known, because media addresses contain it. */
    private final class Requests {

        private volatile @Nullable UpstreamHandler upstream;
        private volatile @Nullable ControlRoutes controls;
        private volatile @Nullable PassedOn passedOn;

        void open(int port) {
            RateWindows limits = new RateWindows();
            Faults faults = new Faults(clock, names());
            String mediaUrl = "http://" + HOST + ":" + port + Storage.PREFIX + "upstream";
            World shop = Worlds.shop(seed, worldClock.start(), mediaUrl);
            World studio = Worlds.studio(seed, worldClock.start(), mediaUrl);
            Mailbox shopBox = new Mailbox(shop, SimulatedAccount.SHOP.idInstance());
            Mailbox studioBox = new Mailbox(studio, SimulatedAccount.STUDIO.idInstance());
            AccountEvents shopEvents = new AccountEvents();
            AccountEvents studioEvents = new AccountEvents();
            Mailboxes boxes = new Mailboxes(
                    vertx,
                    worldClock,
                    Map.of(SimulatedAccount.SHOP.name(), shopBox, SimulatedAccount.STUDIO.name(), studioBox));
            mailboxes = boxes;
            Recorder recorder = new Recorder(worldClock, source.pseudonyms());
            MethodAnswers answers = new MethodAnswers(
                    Map.of(
                            SimulatedAccount.SHOP,
                            new MethodAnswers.Invented(shop, shopEvents),
                            SimulatedAccount.STUDIO,
                            new MethodAnswers.Invented(studio, studioEvents)),
                    boxes,
                    replays(mediaUrl),
                    recorder);
            passedOn = source.upstream()
                    .map(to -> new PassedOn(vertx, to, recorder, this::reply))
                    .orElse(null);
            Map<String, World> byName =
                    Map.of(SimulatedAccount.SHOP.name(), shop, SimulatedAccount.STUDIO.name(), studio);
            upstream = new UpstreamHandler(
                    vertx,
                    new UpstreamHandler.Clocks(clock, worldClock),
                    limits,
                    faults,
                    new FaultyReply(vertx, Reply::send),
                    answers);
            controls = new ControlRoutes(
                    new ControlRoutes.Parts(
                            limits,
                            faults,
                            new ClockControl(worldClock),
                            new WorldControl(byName, worldClock),
                            new EventControl(
                                    Map.of(
                                            SimulatedAccount.SHOP.name(),
                                            new EventControl.Account(shopEvents, shopBox),
                                            SimulatedAccount.STUDIO.name(),
                                            new EventControl.Account(studioEvents, studioBox)),
                                    worldClock),
                            boxes,
                            recorder,
                            storage),
                    this::reply);
        }

        private Map<SimulatedAccount, Replay> replays(String mediaUrl) {
            Map<SimulatedAccount, Replay> replays = new HashMap<>();
            source.recording()
                    .ifPresent(recording -> SimulatedAccount.ALL.stream()
                            .filter(account -> recording.exchanges().containsKey(account.messenger()))
                            .forEach(account -> replays.put(
                                    account,
                                    new Replay(
                                            recording,
                                            account.messenger(),
                                            worldClock.start(),
                                            mediaUrl + "/recorded/"))));
            return replays;
        }

        private void reply(HttpServerRequest request, WireAnswer answer) {
            Reply.send(new HttpReply(request, answer));
        }

        void handle(HttpServerRequest request) {
            UpstreamHandler calls = upstream;
            ControlRoutes control = controls;
            if (calls == null || control == null) {
                request.response().setStatusCode(503).end();
            } else if (request.path().startsWith(ControlRoutes.PREFIX)) {
                control.handle(request);
            } else if (request.path().startsWith(Storage.PREFIX)) {
                storage.handle(request);
            } else {
                RequestPath.of(request.path())
                        .filter(path -> passedOn != null && !isInvented(path))
                        .ifPresentOrElse(
                                path -> Objects.requireNonNull(passedOn).handle(request, path),
                                () -> calls.handle(request));
            }
        }
    }

    private static boolean isInvented(RequestPath path) {
        return SimulatedAccount.ALL.stream().anyMatch(account -> account.idInstance() == path.idInstance());
    }

    private static Set<String> names() {
        return SimulatedAccount.ALL.stream().map(SimulatedAccount::name).collect(Collectors.toSet());
    }
}
