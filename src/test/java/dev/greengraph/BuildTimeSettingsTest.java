package dev.greengraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The docs offer no setting of Quarkus that the build has already decided, other than in the table of those. */
class BuildTimeSettingsTest {

    private static final Path PAGE = Path.of("docs", "configuration.md");
    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";
    private static final Pattern NAMED = Pattern.compile("\\b(?:quarkus\\.[a-z0-9.-]*[a-z0-9]|QUARKUS_[A-Z0-9_]+)");

    /** Quarkus calls it a run-time setting, but its reader, the schema's builder, runs while a native image is built. */
    private static final Set<String> READ_BY_THE_IMAGE_BUILD = Set.of("quarkus.smallrye-graphql.field-visibility");

    @Test
    void docsOfferNoSettingThatTheBuildDecides() throws IOException {
        Set<String> fixed = fixed();
        Set<String> offered = named(offeringText());

        assertTrue(offered.contains("quarkus.http.port"), offered::toString);
        assertEquals(Set.of(), intersection(offered, fixed));
    }

    @Test
    void theTableHoldsNothingThatIsReadAtStart() throws IOException {
        Set<String> listed = named(table());

        assertTrue(listed.containsAll(READ_BY_THE_IMAGE_BUILD), listed::toString);
        assertEquals(listed, intersection(listed, fixed()));
    }

    @Test
    void theTableHoldsWhatThisProjectDecidesAboutTheEngine() throws IOException {
        Properties ours = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src", "main", "resources", "application.properties"))) {
            ours.load(file);
        }
        Set<String> ofTheEngine = ours.stringPropertyNames().stream()
                .filter(name -> name.startsWith("quarkus.smallrye-graphql."))
                .collect(Collectors.toSet());

        assertEquals(Set.of(), minus(intersection(ofTheEngine, fixed()), named(table())));
    }

    /** Every page; of the table only the column that says what to use at start. */
    private static String offeringText() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> pages = Files.list(Path.of("docs"))) {
            for (Path page :
                    pages.filter(page -> page.toString().endsWith(".md")).toList()) {
                text.append(Files.readString(page));
            }
        }
        return text.toString().replace(section(), "") + column(3);
    }

    private static String table() throws IOException {
        return column(2);
    }

    private static String column(int number) throws IOException {
        return section()
                .lines()
                .filter(line -> line.startsWith("|"))
                .map(line -> line.split("\\|")[number])
                .collect(Collectors.joining("\n"));
    }

    private static String section() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("\n## Fixed in the build");
        assertTrue(start >= 0, "no section 'Fixed in the build'");
        return page.substring(start, page.indexOf("\n## ", start + 1));
    }

    private static Set<String> named(String text) {
        return NAMED.matcher(text).results().map(name -> name.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names and environment variables, as the extensions on the class path declare them. */
    private static Set<String> fixed() throws IOException {
        Map<String, Boolean> declared = new HashMap<>();
        for (URL model :
                Collections.list(BuildTimeSettingsTest.class.getClassLoader().getResources(MODEL))) {
            try (InputStream file = model.openStream()) {
                collect(JsonParser.parseReader(new InputStreamReader(file, StandardCharsets.UTF_8)), declared);
            }
        }
        assertTrue(declared.size() > 500, () -> declared.size() + " settings are too few");
        Set<String> fixed = new TreeSet<>(READ_BY_THE_IMAGE_BUILD);
        declared.forEach((name, atStart) -> {
            if (!atStart) {
                fixed.add(name);
            }
        });
        return fixed;
    }

    private static void collect(JsonElement element, Map<String, Boolean> declared) {
        children(element).forEach(child -> collect(child, declared));
        if (element.isJsonObject()
                && element.getAsJsonObject().has("phase")
                && element.getAsJsonObject().has("path")) {
            JsonObject setting = element.getAsJsonObject();
            JsonObject path = setting.getAsJsonObject("path");
            boolean atStart = setting.get("phase").getAsString().equals("RUN_TIME");
            declared.put(path.get("property").getAsString(), atStart);
            declared.put(path.get("environmentVariable").getAsString(), atStart);
        }
    }

    private static Collection<JsonElement> children(JsonElement element) {
        if (element.isJsonArray()) {
            return element.getAsJsonArray().asList();
        }
        return element.isJsonObject() ? element.getAsJsonObject().asMap().values() : List.of();
    }

    private static Set<String> intersection(Set<String> some, Set<String> others) {
        return some.stream().filter(others::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> minus(Set<String> some, Set<String> others) {
        return some.stream().filter(name -> !others.contains(name)).collect(Collectors.toCollection(TreeSet::new));
    }
}
