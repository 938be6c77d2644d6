package dev.greengraph.http.graphiql;

import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.List;

/** Names of the files that the GraphiQL page loads, relative to {@code graphiql/} on the class path. */
final class GraphiqlFiles {

    private static final String EXAMPLES = "examples/";
    private static final String EXAMPLES_INDEX = EXAMPLES + "index.json";

    private static final List<String> FIXED = List.of(
            "graphiql.js",
            "graphiql.css",
            "icon.svg",
            "vendor/react.production.min.js",
            "vendor/react-dom.production.min.js",
            "vendor/graphiql.min.js",
            "vendor/graphiql.min.css",
            EXAMPLES_INDEX);

    private GraphiqlFiles() {}

    /** Scripts, styles and examples: everything except the page itself. */
    static List<String> names() {
        List<String> names = new ArrayList<>(FIXED);
        JsonArray examples =
                StaticFile.fromClassPath("graphiql/" + EXAMPLES_INDEX).body().toJsonArray();
        examples.forEach(example -> names.add(EXAMPLES + example));
        return List.copyOf(names);
    }
}
