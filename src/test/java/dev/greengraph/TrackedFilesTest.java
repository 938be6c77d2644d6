package dev.greengraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No tracked file names the host of a package registry: a build takes its registry from the settings of its machine. */
class TrackedFilesTest {

    /** Put together here, so that this file does not name them either. */
    private static final List<String> REGISTRIES = List.of(
            host("repo", "maven", "apache", "org"),
            host("repo1", "maven", "org"),
            host("search", "maven", "org"),
            host("sonatype", "com"),
            host("sonatype", "org"),
            host("plugins", "gradle", "org"),
            host("jitpack", "io"),
            host("npmjs", "org"),
            host("npmjs", "com"),
            host("yarnpkg", "com"),
            host("unpkg", "com"),
            host("jsdelivr", "net"),
            host("pypi", "org"),
            host("pythonhosted", "org"),
            host("crates", "io"),
            host("rubygems", "org"),
            host("proxy", "golang", "org"));

    @Test
    void nameNoPackageRegistry() throws IOException, InterruptedException {
        List<String> found = tracked()
                .flatMap(file -> registriesNamedIn(read(file)).map(registry -> file + " names " + registry))
                .toList();

        assertEquals(List.of(), found);
    }

    @Test
    void aRegistryIsFoundInAnyCase() {
        String text = "url = https://" + host("Repo1", "Maven", "Org") + "/maven2";

        assertTrue(registriesNamedIn(text).findAny().isPresent());
    }

    private static Stream<String> registriesNamedIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return REGISTRIES.stream().filter(lower::contains);
    }

    private static Stream<Path> tracked() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of(".git")), "not a git checkout: nothing says which files are tracked");
        Process git = new ProcessBuilder("git", "ls-files", "-z").start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(git.waitFor() == 0, "git does not list the files of this checkout");
        return Stream.of(names.split("\0")).map(Path::of).filter(Files::isRegularFile);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    private static String host(String... parts) {
        return String.join(".", parts);
    }
}
