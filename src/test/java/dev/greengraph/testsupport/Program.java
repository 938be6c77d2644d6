package dev.greengraph.testsupport;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program that a test needs and that need not be on every machine. */
public final class Program {

    private Program() {}

    /** The first of the names that is on the PATH. */
    public static Optional<Path> onPath(List<String> names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return names.stream()
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The program; without it the test is skipped, and fails in CI, where {@code .ci/run} installs it. */
    public static Path orSkip(Optional<Path> program, String advice) {
        if (program.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(advice);
        }
        assumeTrue(program.isPresent(), advice);
        return program.orElseThrow();
    }
}
