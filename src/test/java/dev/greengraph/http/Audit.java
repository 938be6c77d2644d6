package dev.greengraph.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greengraph.testsupport.Program;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The result of one audit of the npm package graphql-http 1.23.1, which lies among the resources and needs Node.
 *
 * @param id the package's own
 * @param name begins with MUST, SHOULD or MAY
 * @param status {@code ok}, else by how much it was asked
 * @param reason what was wrong
 */
public record Audit(
        String id, String name, String status, @Nullable String reason) {

    private static final int ALL = 61;

    /** Runs all audits, each request with these headers, too, and returns those that did not pass. */
    public static List<Audit> failedAt(URL endpoint, String... headers) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Program.orSkip(Program.onPath(List.of("node", "nodejs")), "No Node: install nodejs 18 or newer")
                        .toString(),
                script().toString(),
                endpoint.toString()));
        command.addAll(List.of(headers));
        Process node = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(true, node.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, node.exitValue(), output);
        List<Audit> all = new ObjectMapper().readValue(output, new TypeReference<>() {});
        assertEquals(ALL, all.size());
        return all.stream().filter(audit -> !audit.status().equals("ok")).toList();
    }

    boolean optional() {
        return name.startsWith("MAY");
    }

    private static Path script() {
        try {
            return Path.of(Audit.class.getResource("/graphql-http-audits.mjs").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
