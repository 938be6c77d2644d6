package dev.greengraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.ProductClasses;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.endpoint.EndpointTable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} lists every setting there is with its default, and no other. */
class ConfigurationDocsTest {

    private static final Path PAGE = Path.of("docs", "configuration.md");

    @Test
    void listsEverySettingWithItsDefault() throws IOException {
        assertEquals(lines(settingsOfCode()), lines(column(3)));
    }

    @Test
    void spellsTheEnvironmentVariables() throws IOException {
        column(2)
                .forEach((setting, variable) ->
                        assertEquals(setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9<>]", "_"), variable));
    }

    @Test
    void readsNestedAndMappedSettings() {
        Map<String, String> settings = settingsOfCode();

        assertEquals("5s", settings.get("greengraph.cache.messages.fresh-for"));
        assertEquals("–", settings.get("greengraph.accounts.<name>.api-token-file"));
        assertTrue(settings.size() > 20, "all of them");
    }

    /** One a line, so that a difference shows as one. */
    private static String lines(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + " = " + setting.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** Setting and one other column of the page's tables. */
    private static Map<String, String> column(int index) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1))
                .forEach(cells ->
                        assertEquals(null, settings.put(plain(cells[1]), plain(cells[index])), "listed twice"));
        return settings;
    }

    private static String plain(String cell) {
        return cell.strip().replace("`", "");
    }

    private static Map<String, String> settingsOfCode() {
        Map<String, String> settings = new TreeMap<>();
        ProductClasses.below("dev.greengraph").stream()
                .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
                .forEach(type ->
                        add(settings, type.getAnnotation(ConfigMapping.class).prefix(), type));
        return settings;
    }

    private static void add(Map<String, String> settings, String prefix, Class<?> group) {
        Stream.of(group.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .forEach(method -> {
                    String name = prefix + "." + skewered(method.getName());
                    Type type = method.getGenericReturnType();
                    if (method.isAnnotationPresent(WithParentName.class)) {
                        settings.putAll(settingsOfEndpoints(prefix));
                    } else if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
                        add(settings, name + ".<name>", (Class<?>) map.getActualTypeArguments()[1]);
                    } else if (type instanceof Class<?> nested && nested.isInterface()) {
                        add(settings, name, nested);
                    } else {
                        settings.put(name, defaultOf(method));
                    }
                });
    }

    /** The table of endpoints says which there are, and their defaults; for single accounts there are none. */
    private static Map<String, String> settingsOfEndpoints(String prefix) {
        boolean isForOneAccount = prefix.contains("<name>");
        Map<String, String> settings = new TreeMap<>();
        EndpointTable.ALL.stream().map(UpstreamEndpoint::freshness).forEach(freshness -> {
            String name = prefix + "." + freshness.settings();
            settings.put(name + ".fresh-for", isForOneAccount ? "–" : written(freshness.freshFor()));
            settings.put(name + ".stale-for", isForOneAccount ? "–" : written(freshness.staleFor()));
        });
        return settings;
    }

    private static String written(Duration time) {
        return time.toMinutesPart() == 0 && time.toSecondsPart() == 0 ? time.toHours() + "h" : time.toSeconds() + "s";
    }

    private static String defaultOf(Method method) {
        return Optional.ofNullable(method.getAnnotation(WithDefault.class))
                .map(WithDefault::value)
                .orElse("–");
    }

    private static String skewered(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
