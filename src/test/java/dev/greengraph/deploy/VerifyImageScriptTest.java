package dev.greengraph.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code deploy/native/verify-image.sh} says where no image can be built: it needs a container engine for the rest. */
class VerifyImageScriptTest {

    private static final Path SCRIPT = Path.of("deploy", "native", "verify-image.sh");

    @TempDir
    Path programs;

    private Path bash;

    record Run(int exitCode, String output) {}

    @BeforeEach
    void findBash() {
        bash = Program.orSkip(Program.onPath(List.of("bash")), "bash is not on the PATH: the script is not looked at");
    }

    @Test
    void saysWhatItDoes() throws IOException, InterruptedException {
        Program.orSkip(Program.onPath(List.of("cat")), "cat is not on the PATH");
        Run run = run(System.getenv("PATH"), "--help");

        assertEquals(0, run.exitCode());
        assertTrue(run.output().startsWith("usage: deploy/native/verify-image.sh"), run::output);
    }

    @Test
    void saysThatThereIsNoContainerEngine() throws IOException, InterruptedException {
        assertEquals(
                new Run(2, "verify-image: no container engine: install docker or podman, or start its daemon\n"),
                run(programs.toString()));
    }

    @Test
    void saysThatTheDaemonDoesNotAnswer() throws IOException, InterruptedException {
        install("podman", "exit 1");

        assertEquals(
                new Run(2, "verify-image: podman is not there, or its daemon does not answer (podman info)\n"),
                run(programs.toString(), "--engine", "podman"));
    }

    @Test
    void refusesAnOptionThatItDoesNotKnow() throws IOException, InterruptedException {
        assertEquals(
                new Run(2, "verify-image: unknown option --engin; --help lists them\n"),
                run(programs.toString(), "--engin", "podman"));
    }

    @Test
    void takesTheEngineThatAnswersAndStopsWhereTheBuildFails() throws IOException, InterruptedException {
        install("docker", "exit 1");
        install("podman", "[ \"$1\" = info ] || { echo \"podman $*\"; exit 1; }");
        install("curl", "exit 1");

        assertEquals(
                new Run(
                        2,
                        "podman build -f deploy/Containerfile.native --build-arg MAVEN_OPTIONS=-Pdemo -t greengraph:native-demo .\n"
                                + "verify-image: the image was not built\n"),
                run(programs.toString()));
    }

    private void install(String name, String script) throws IOException {
        Path program = Files.writeString(programs.resolve(name), "#!" + bash + "\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private Run run(String path, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(bash.toString(), SCRIPT.toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", path);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
