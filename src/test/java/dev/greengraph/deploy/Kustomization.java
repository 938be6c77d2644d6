package dev.greengraph.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A folder that {@code kubectl kustomize} renders: base, overlay or component.
 *
 * @param folder where it is
 * @param content its kustomization.yaml
 */
record Kustomization(Path folder, Map<String, Object> content) {

    private static final Path DEPLOY = Path.of("deploy");
    private static final String FILE = "kustomization.yaml";

    /** All that we ship. */
    static List<Kustomization> all() {
        try (Stream<Path> files = Files.walk(DEPLOY)) {
            return files.filter(file -> file.endsWith(FILE))
                    .sorted()
                    .map(file -> of(file.getParent()))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Kustomization of(Path folder) {
        return new Kustomization(
                folder, new Yaml(new SafeConstructor(new LoaderOptions())).load(read(folder.resolve(FILE))));
    }

    /** The documents that stand in its own folder. */
    Stream<Manifest> manifests() {
        return listed("resources")
                .filter(name -> name.endsWith(".yaml"))
                .flatMap(name -> Manifest.parse(read(folder.resolve(name))));
    }

    /** YAML files that it uses: documents and patches. */
    Set<String> used() {
        Stream<String> patches = list("patches").stream().map(patch -> (String) ((Map<?, ?>) patch).get("path"));
        return Stream.concat(listed("resources").filter(name -> name.endsWith(".yaml")), patches)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** YAML files that lie in its folder. */
    Set<String> present() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.equals(FILE))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Stream<String> listed(String key) {
        return list(key).stream().map(String.class::cast);
    }

    private List<?> list(String key) {
        return (List<?>) content.getOrDefault(key, List.of());
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
