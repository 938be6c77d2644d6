package dev.greengraph.testsupport.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greengraph.testsupport.Program;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One running browser with a profile of its own, which is deleted when it is closed.
 *
 * <p>The browser keeps to itself: no updates, no sync, no first-run page.
 */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> OPTIONS = List.of(
            "--headless=new",
            "--no-sandbox", // as root, in a container, there is no other way; it only ever opens our own page
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--no-default-browser-check",
            "--window-size=1400,900",
            "--remote-debugging-port=0");
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://[^:]+:(\\d+)/");
    private static final int START_SECONDS = 30;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path profile;
    private final CompletableFuture<Integer> port;

    private Chromium(Process process, Path profile, CompletableFuture<Integer> port) {
        this.process = process;
        this.profile = profile;
        this.port = port;
    }

    /**
     * The browser to use: what the system property or environment variable {@code CHROMIUM} names, else the first of
     * chromium, chromium-browser and google-chrome on the PATH.
     */
    static Optional<Path> find() {
        String named = System.getProperty("CHROMIUM", System.getenv("CHROMIUM"));
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        return Program.onPath(NAMES);
    }

    /** Starts the browser to use; without one the test is skipped, and fails in CI. */
    public static Chromium startOrSkip() throws IOException {
        return start(Program.orSkip(find(), "No browser: install chromium, or name one with CHROMIUM=/path/to/it"));
    }

    /** Starts a browser without any tab of interest. */
    private static Chromium start(Path executable) throws IOException {
        Path profile = Files.createTempDirectory("chromium-");
        List<String> command = new ArrayList<>();
        command.add(executable.toString());
        command.addAll(OPTIONS);
        command.add("--user-data-dir=" + profile);
        ProcessBuilder browser = new ProcessBuilder(command).redirectErrorStream(true);
        browser.environment().put("TMPDIR", profile.toString());
        Process process = browser.start();
        CompletableFuture<Integer> port = new CompletableFuture<Integer>().orTimeout(START_SECONDS, TimeUnit.SECONDS);
        Thread follower = new Thread(() -> follow(process, port), "browser output");
        follower.setDaemon(true);
        follower.start();
        return new Chromium(process, profile, port);
    }

    /** Opens an empty tab whose requests and console are recorded from here on. */
    public BrowserTab openTab() throws IOException, InterruptedException {
        URI newTab = URI.create("http://127.0.0.1:" + port.join() + "/json/new?about:blank");
        HttpRequest request = HttpRequest.newBuilder(newTab)
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        String address =
                new ObjectMapper().readTree(answer).path("webSocketDebuggerUrl").asText();
        return new BrowserTab(DevTools.connect(http, URI.create(address)));
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        delete(profile);
    }

    /** Reads what the browser says to its end, so that it never waits for a reader; finds its port on the way. */
    private static void follow(Process process, CompletableFuture<Integer> port) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    port.complete(Integer.valueOf(listening.group(1)));
                }
                said.append(line).append('\n');
            }
        } catch (IOException closed) {
            said.append(closed);
        }
        port.completeExceptionally(new IllegalStateException("The browser did not start: " + said));
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException stillWriting) {
            folder.toFile().deleteOnExit();
        }
    }
}
