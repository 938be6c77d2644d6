package dev.greengraph.testsupport.browser;

import dev.greengraph.testsupport.Program;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final int START_SECONDS = 30;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path profile;
    private final CompletableFuture<URI> address;
    private final CompletableFuture<DevTools> tools;

    private Chromium(Process process, Path profile, CompletableFuture<URI> address) {
        this.process = process;
        this.profile = profile;
        this.address = address;
        this.tools = address.thenApply(found -> DevTools.connect(http, found));
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
        CompletableFuture<URI> address = new CompletableFuture<URI>().orTimeout(START_SECONDS, TimeUnit.SECONDS);
        Thread follower = new Thread(() -> follow(process, address), "browser output");
        follower.setDaemon(true);
        follower.start();
        return new Chromium(process, profile, address);
    }

    /**
     * Opens an empty tab whose requests and console are recorded from here on. It shares nothing with other tabs: what they
     * store is not there.
     */
    public BrowserTab openTab() {
        DevTools browser = tools.join();
        String visit = browser.call("Target.createBrowserContext", Map.of())
                .path("browserContextId")
                .asText();
        String tab = browser.call("Target.createTarget", Map.of("url", "about:blank", "browserContextId", visit))
                .path("targetId")
                .asText();
        return new BrowserTab(
                DevTools.connect(http, address.join().resolve("/devtools/page/" + tab)),
                () -> browser.call("Target.disposeBrowserContext", Map.of("browserContextId", visit)));
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

    /** Reads what the browser says to its end, so that it never waits for a reader; finds its address on the way. */
    private static void follow(Process process, CompletableFuture<URI> address) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    address.complete(URI.create(listening.group(1)));
                }
                said.append(line).append('\n');
            }
        } catch (IOException closed) {
            said.append(closed);
        }
        address.completeExceptionally(new IllegalStateException("The browser did not start: " + said));
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException stillWriting) {
            folder.toFile().deleteOnExit();
        }
    }
}
