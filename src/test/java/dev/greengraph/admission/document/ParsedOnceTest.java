package dev.greengraph.admission.document;

import static dev.greengraph.testsupport.gateway.Gateway.send;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.greengraph.account.Sha256;
import dev.greengraph.admission.document.ExaminedDocument.Measured;
import dev.greengraph.http.guard.CrossOriginProfile;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.parser.ParserOptions;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often the parser runs for a request, whichever way its document comes. Nobody but admission parses. */
@QuarkusTest
@TestProfile(CrossOriginProfile.class)
class ParsedOnceTest {

    @Inject
    DocumentExaminer documents;

    private final AtomicInteger tokensOfOthers = new AtomicInteger();
    private ParserOptions options;
    private long before;

    /** Admission's parser has options of its own; all others take these. */
    @BeforeEach
    void listenToOtherParsers() {
        options = ParserOptions.getDefaultOperationParserOptions();
        ParserOptions.setDefaultOperationParserOptions(
                options.transform(listening -> listening.parsingListener(token -> tokensOfOthers.incrementAndGet())));
        before = documents.parses();
    }

    @AfterEach
    void nobodyElseParsed() {
        ParserOptions.setDefaultOperationParserOptions(options);
        assertEquals(0, tokensOfOthers.get());
    }

    @Test
    void aNewDocumentOnceAndAKnownOneNotAtAll() {
        String query = "{ new: accounts { name } }";

        succeeded(post(query)).body("data.new", notNullValue());
        assertParses(1);
        succeeded(post(query));
        succeeded(get(query)).body("data.new", notNullValue());
        assertParses(1);
    }

    @Test
    void aNewDocumentOfAGetOnce() {
        succeeded(get("{ byGet: accounts { name } }")).body("data.byGet", notNullValue());
        assertParses(1);
    }

    @Test
    void aPersistedDocumentOnce() {
        String query = "{ byHash: accounts { name } }";
        JsonObject persisted = new JsonObject().put("version", 1).put("sha256Hash", Sha256.hex(query));
        JsonObject byHash = new JsonObject().put("extensions", new JsonObject().put("persistedQuery", persisted));

        send(byHash.encode()).body("errors[0].extensions.code", equalTo("PERSISTED_QUERY_NOT_FOUND"));
        assertParses(0);
        succeeded(send(byHash.copy().put("query", query).encode()));
        succeeded(send(byHash.encode())).body("data.byHash", notNullValue());
        assertParses(1);
    }

    @Test
    void aTextThatIsNoDocumentOnce() {
        String query = "{ broken: accounts { name }";

        for (int time = 0; time < 2; time++) {
            post(query).body("errors[0].locations[0].column", equalTo(28));
            get(query).body("errors[0].locations[0].column", equalTo(28));
        }
        assertParses(1);
    }

    @Test
    void aDocumentThatDoesNotFitTheSchemaOnce() {
        String query = "{ unknown: acounts { name } }";

        for (int time = 0; time < 2; time++) {
            post(query).body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
        }
        assertParses(1);
    }

    @Test
    void aDocumentIsValidatedOnce() {
        String query = "{ valid: accounts { name } }";

        succeeded(post(query));
        PreparsedDocumentEntry validated = validated(query);
        succeeded(post(query));

        assertSame(validated, validated(query));
    }

    /** Made by the execution: who asks afterwards gets what it made. */
    private PreparsedDocumentEntry validated(String query) {
        return ((Measured) documents.examine(query)).document().derived(PreparsedDocumentEntry.class, tree -> {
            throw new AssertionError("not validated yet");
        });
    }

    private void assertParses(int times) {
        assertEquals(times, documents.parses() - before);
    }

    private static ValidatableResponse post(String query) {
        return send(new JsonObject().put("query", query).encode());
    }

    private static ValidatableResponse get(String query) {
        return given().header("Apollo-Require-Preflight", "true")
                .queryParam("query", query)
                .get("/graphql")
                .then();
    }
}
