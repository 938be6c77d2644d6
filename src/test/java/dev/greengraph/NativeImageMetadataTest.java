package dev.greengraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import graphql.GraphQL;
import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The native image's registrations fit the libraries on the class path, without building one. */
class NativeImageMetadataTest {

    private static final Path METADATA =
            Path.of("src", "main", "resources", "META-INF", "native-image", "dev.greengraph", "greengraph");

    /** A bundle's name and no language: the image holds the default language. */
    private static final Pattern BUNDLE = Pattern.compile("(i18n/[A-Za-z]+)\\.properties");

    /** Without its bundle a message of graphql-java is an exception, and a wrong variable HTTP 500 instead of 400. */
    @Test
    void everyMessageBundleOfGraphqlJavaIsRegistered() throws IOException, URISyntaxException {
        Set<String> present = bundlesIn(jarOf(GraphQL.class));

        assertTrue(present.contains("i18n.Validation"), present::toString);
        assertEquals(present, registeredBundles());
    }

    /** The classes of netty-tcnative load a native library as they are initialized, which the image's builder lacks. */
    @Test
    void tcnativeIsInitializedAtRunTimeWhereItIsOnTheClassPath() throws IOException {
        assertEquals(
                isPresent("io.netty.internal.tcnative.SSL"),
                arguments().contains("--initialize-at-run-time=io.netty.internal.tcnative"));
    }

    private static Set<String> bundlesIn(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .flatMap(name -> BUNDLE.matcher(name).results())
                    .map(bundle -> bundle.group(1).replace('/', '.'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> registeredBundles() throws IOException {
        JsonArray resources = JsonParser.parseString(Files.readString(METADATA.resolve("reachability-metadata.json")))
                .getAsJsonObject()
                .getAsJsonArray("resources");
        return StreamSupport.stream(resources.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(resource -> resource.has("bundle"))
                .map(resource -> resource.get("bundle").getAsString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> arguments() throws IOException {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(METADATA.resolve("native-image.properties"))) {
            properties.load(file);
        }
        return List.of(properties.getProperty("Args", "").split(" "));
    }

    private static Path jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static boolean isPresent(String type) {
        return NativeImageMetadataTest.class.getClassLoader().getResource(type.replace('.', '/') + ".class") != null;
    }
}
