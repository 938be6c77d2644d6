package dev.greengraph.testsupport.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the files of {@link FakeUpstream} are: each holds its own name; {@code gone-403.jpg} is answered with that status. */
public final class FakeStorage {

    static final String PREFIX = "/files/";

    private static final Pattern GONE = Pattern.compile("gone-([0-9]{3})\\..*");

    private final List<Set<String>> requests = new CopyOnWriteArrayList<>();

    /** How many files were asked for. */
    public int requests() {
        return requests.size();
    }

    /** The names of the headers of the last request, in lower case. */
    public Set<String> lastHeaders() {
        return requests.get(requests.size() - 1);
    }

    void answer(HttpServerRequest request) {
        Set<String> headers = new TreeSet<>();
        request.headers().names().forEach(name -> headers.add(name.toLowerCase()));
        requests.add(headers);
        String name = request.path().substring(PREFIX.length());
        Matcher gone = GONE.matcher(name);
        if (gone.matches()) {
            request.response().setStatusCode(Integer.parseInt(gone.group(1))).end();
        } else {
            request.response()
                    .putHeader("Content-Type", name.endsWith(".html") ? "text/html" : "image/jpeg")
                    .end("content of " + name);
        }
    }
}
