package dev.greengraph.graphql.message.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adds a made-up kind of message to copies of the sources, as CONTRIBUTING.md says: three files besides its own. */
class NewKindTest {

    private static final String TABLE = "dev/greengraph/graphql/message/content/MessageType.java";
    private static final String SWITCH = "dev/greengraph/graphql/message/mapping/MessageMapping.java";
    private static final String WIRE = "dev/greengraph/upstream/row/Payload.java";

    private static final String OWN = "dev/greengraph/graphql/message/kind/StickerPackMessage.java";
    private static final String OWN_SOURCE = """
            package dev.greengraph.graphql.message.kind;

            import dev.greengraph.graphql.message.content.Envelope;

            public record StickerPackMessage(Envelope envelope, String author) implements Message {}
            """;

    @TempDir
    Path classes;

    @Test
    void theCompilerFindsAKindThatTheSwitchLacks() throws IOException {
        Map<String, String> sources = new TreeMap<>(Map.of(TABLE, withTableEntry(), SWITCH, source(SWITCH)));

        List<String> errors = compile(sources);

        assertEquals(1, errors.size(), errors.toString());
        assertTrue(errors.get(0).startsWith(SWITCH), errors.get(0));
        assertTrue(errors.get(0).contains("does not cover all possible input values"), errors.get(0));
    }

    @Test
    void threeFilesBesideItsOwnMakeAKind() throws Exception {
        Map<String, String> sources = new TreeMap<>(
                Map.of(TABLE, withTableEntry(), SWITCH, withCase(), WIRE, withContent(), OWN, OWN_SOURCE));

        assertEquals(List.of(), compile(sources));

        try (URLClassLoader patched = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            assertEquals(
                    "StickerPackMessage Cats",
                    shown(patched, "'stickerPackMessage': {'name': 'Cats', 'author': 'Ira'}"));
            assertEquals("UnknownMessage null", shown(patched, "'stickerPackMessage': null"));
        }
    }

    private static String withTableEntry() throws IOException {
        return replaced(source(TABLE), "UNKNOWN(\"\");", "STICKER_PACK(\"stickerPackMessage\"),\n    UNKNOWN(\"\");");
    }

    private static String withCase() throws IOException {
        return replaced(source(SWITCH), "            case UNKNOWN ->", """
                            case STICKER_PACK ->
                                new Content(
                                        it.stickerPackMessage() == null ? null : it.stickerPackMessage().name(),
                                        envelope -> new dev.greengraph.graphql.message.kind.StickerPackMessage(
                                                envelope, it.stickerPackMessage().author()));
                            case UNKNOWN ->""");
    }

    private static String withContent() throws IOException {
        String component = replaced(
                replaced(
                        source(WIRE),
                        "@Nullable Selection interactiveButtonsResponse)",
                        "@Nullable Selection interactiveButtonsResponse,\n        @Nullable StickerPack stickerPackMessage)"),
                "implements Forwardable {",
                "implements Forwardable {\n"
                        + "    public record StickerPack(@Nullable String name, @Nullable String author) {}\n");
        String copied = replaced(
                component,
                "                interactiveButtonsResponse);",
                "                interactiveButtonsResponse,\n                stickerPackMessage);");
        return replaced(
                copied,
                "entry(\"incomingBlock\",",
                "entry(\"stickerPackMessage\", it -> it.stickerPackMessage != null),\n            entry(\"incomingBlock\",");
    }

    private List<String> compile(Map<String, String> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<JavaFileObject> files = sources.entrySet().stream()
                .<JavaFileObject>map(it -> new Source(it.getKey(), it.getValue()))
                .toList();
        List<String> options = List.of(
                "-proc:none", "-parameters", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        compiler.getTask(null, null, found, options, null, files).call();
        return found.getDiagnostics().stream()
                .filter(it -> it.getKind() == Diagnostic.Kind.ERROR)
                .map(it -> it.getSource().getName().substring(1) + ": " + it.getMessage(Locale.ENGLISH))
                .toList();
    }

    /** What the patched classes make of an entry: the implementation and the text. */
    private static String shown(ClassLoader patched, String fields) throws ReflectiveOperationException {
        Object row = patched.loadClass("dev.greengraph.testsupport.Samples")
                .getMethod("entry", String.class, String.class)
                .invoke(null, "stickerPackMessage", fields);
        Object message = patched.loadClass("dev.greengraph.testsupport.Shown")
                .getMethod("message", row.getClass())
                .invoke(null, row);
        Object text =
                patched.loadClass(Message.class.getName()).getMethod("text").invoke(message);
        return message.getClass().getSimpleName() + " " + text;
    }

    private URL[] classPath() {
        Stream<String> entries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator));
        return Stream.concat(Stream.of(classes), entries.map(Path::of))
                .map(NewKindTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String source(String file) throws IOException {
        return Files.readString(Path.of("src/main/java").resolve(file));
    }

    private static String replaced(String source, String old, String by) {
        assertTrue(source.contains(old), old);
        return source.replace(old, by);
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String file, String text) {
            super(URI.create("string:///" + file), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
