package dev.greengraph.bench.http;

import dev.greengraph.account.Sha256;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A document that the gateway keeps, asked for by its hash in the address. */
final class PersistedGet {

    private final Question question;

    private PersistedGet(Question question) {
        this.question = question;
    }

    /** Registers the document. */
    static PersistedGet of(URI graphql, String document) throws IOException, InterruptedException {
        JsonObject persisted = new JsonObject().put("version", 1).put("sha256Hash", Sha256.hex(document));
        JsonObject extensions = new JsonObject().put("persistedQuery", persisted);
        new Caller()
                .answer(Question.post(
                        graphql, new JsonObject().put("query", document).put("extensions", extensions)));
        String parameter = URLEncoder.encode(extensions.encode(), StandardCharsets.UTF_8);
        return new PersistedGet(Question.get(URI.create(graphql + "?extensions=" + parameter)));
    }

    /** Answered with the whole body. */
    Question whole() {
        return question;
    }

    /** From a caller who has the answer; empty if the gateway marks none. */
    Optional<Question> unmodified() throws IOException, InterruptedException {
        return new Caller().response(question).headers().firstValue("ETag").map(question::unless);
    }
}
