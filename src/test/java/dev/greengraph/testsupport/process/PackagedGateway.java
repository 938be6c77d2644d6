package dev.greengraph.testsupport.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the build made, and the command that starts it. */
sealed interface PackagedGateway {

    /** Most of what is tested is a start and little more, which the second compiler only makes longer. */
    List<String> QUICKLY_STARTED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** @param settings in the spelling of application.properties */
    List<String> command(Map<String, String> settings);

    /** The native binary that the system property {@code native.image.path} names; without it the JVM's artifact. */
    static PackagedGateway built() {
        String binary = System.getProperty("native.image.path", "");
        return binary.isEmpty() ? onJvm(quicklyStarted()) : new Native(Path.of(binary));
    }

    /** @param launcher the command up to {@code -jar}: {@link #java()}, something before it, options after it */
    static PackagedGateway onJvm(List<String> launcher) {
        Path folder = Path.of(System.getProperty("build.directory", "target"), "quarkus-app");
        return new Jvm(launcher, folder.resolve("quarkus-run.jar"));
    }

    private static List<String> quicklyStarted() {
        List<String> launcher = new ArrayList<>(List.of(java()));
        launcher.addAll(QUICKLY_STARTED);
        return launcher;
    }

    /** The JVM that runs this test. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    record Jvm(List<String> launcher, Path jar) implements PackagedGateway {

        @Override
        public List<String> command(Map<String, String> settings) {
            List<String> command = new ArrayList<>(launcher);
            command.addAll(asProperties(settings));
            command.addAll(List.of("-jar", jar.toString()));
            return command;
        }
    }

    /** The binary reads properties as the JVM's launcher does, but only after its own name. */
    record Native(Path binary) implements PackagedGateway {

        @Override
        public List<String> command(Map<String, String> settings) {
            List<String> command = new ArrayList<>(List.of(binary.toString()));
            command.addAll(asProperties(settings));
            return command;
        }
    }

    private static List<String> asProperties(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }
}
