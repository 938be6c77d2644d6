package dev.greengraph.testsupport.process;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged gateway, started and listening, until it is closed. */
public final class GatewayProcess implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Pattern LISTENING = Pattern.compile("Listening on: (https?://\\S+?)\\.?(?:\\s|$)");
    private static final Pattern MANAGEMENT =
            Pattern.compile("Management interface listening on (http://\\S+?)\\.?(?:\\s|$)");

    private final Process process;
    private final Path log;

    private GatewayProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts the packaged gateway on free ports, natively if {@code native.image.path} names a binary, and waits until it
     * listens.
     *
     * @param settings in the spelling of application.properties
     */
    public static GatewayProcess start(Map<String, String> settings) throws IOException, InterruptedException {
        return start(PackagedGateway.built(), settings);
    }

    /**
     * The same on the JVM, with options for it.
     *
     * @param launcher the command up to {@code -jar}: {@link #java()}, something before it, options after it
     */
    public static GatewayProcess start(List<String> launcher, Map<String, String> settings)
            throws IOException, InterruptedException {
        return start(PackagedGateway.onJvm(launcher), settings);
    }

    private static GatewayProcess start(PackagedGateway packaged, Map<String, String> settings)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile("gateway", ".log");
        // Any caller may ask, at once, and the log is plain text, unless the settings say otherwise.
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "quarkus.http.host", "127.0.0.1",
                "quarkus.http.port", "0",
                "quarkus.management.host", "127.0.0.1",
                "quarkus.management.port", "0",
                "greengraph.auth.mode", "open",
                "greengraph.warm-up.time", "0s",
                "quarkus.log.console.json.enabled", "false"));
        all.putAll(settings);
        Process process = new ProcessBuilder(packaged.command(all))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        GatewayProcess gateway = new GatewayProcess(process, log);
        gateway.awaitLog(LISTENING.asPredicate());
        return gateway;
    }

    /** The JVM that runs this test. */
    public static String java() {
        return PackagedGateway.java();
    }

    /** As the operating system sees it: its id, its CPU time. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** An address of its public port. */
    public URI uri(String path) throws IOException {
        Matcher address = LISTENING.matcher(log());
        if (!address.find()) {
            throw new AssertionError("it does not say where it listens:\n" + log());
        }
        return URI.create(address.group(1)).resolve(path);
    }

    /** An address of the port that its health is asked at. */
    public URI managementUri(String path) throws IOException {
        Matcher address = MANAGEMENT.matcher(log());
        return address.find() ? URI.create(address.group(1)).resolve(path) : uri(path);
    }

    /** What it has said so far. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    /** Waits until it has said so; fails if it ends before. */
    public void awaitLog(Predicate<String> said) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!said.test(log())) {
            boolean ended = process.waitFor(20, TimeUnit.MILLISECONDS);
            if ((ended && !said.test(log())) || System.nanoTime() > end) {
                throw new AssertionError("it never said so:\n" + log());
            }
        }
    }

    /** SIGTERM: the polite way to end it. */
    public void terminate() {
        process.destroy();
    }

    /** The exit code; fails if it still runs when the time is over. */
    public int awaitEnd(Duration longest) throws IOException, InterruptedException {
        if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + longest + ":\n" + log());
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.delete(log);
    }
}
