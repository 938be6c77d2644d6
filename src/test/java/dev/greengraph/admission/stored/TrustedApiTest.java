package dev.greengraph.admission.stored;

import static dev.greengraph.testsupport.gateway.Gateway.send;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.account.Sha256;
import dev.greengraph.testsupport.gateway.Gateway;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a manifest of trusted documents nothing else is executed. */
@QuarkusTest
@TestProfile(TrustingProfile.class)
class TrustedApiTest {

    private static final String ID = "names-1";
    private static final String TEXT = "query Names { accounts { name } }";

    @Inject
    TrustedDocuments trusted;

    @Inject
    MeterRegistry registry;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"documentId\":\"" + ID + "\"}",
                "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + ID + "\"}}}",
                "{\"extensions\":{\"persistedQuery\":{\"version\":\"1\",\"sha256Hash\":\"" + ID + "\"}}}",
                "{\"doc_id\":\"" + ID + "\"}",
                "{\"id\":\"" + ID + "\",\"query\":null}",
                "{\"query\":\"" + TEXT + "\"}",
                "{\"query\":\"" + TEXT + "\",\"documentId\":\"" + ID + "\",\"operationName\":\"Names\"}",
            })
    void executesATrustedDocument(String body) {
        succeeded(send(body).statusCode(200)).body("data.accounts", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query\":\"{ __typename }\"}",
                "{\"query\":\"query Names { accounts { name messenger } }\"}",
                "{\"query\":\"{ __schema { types { name } } }\",\"documentId\":\"" + ID + "\"}",
                "{\"documentId\":\"names-2\"}",
                "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"names-2\"}}}",
            })
    void refusesEverythingElse(String body) {
        send(body)
                .statusCode(400)
                .body("errors[0].message", equalTo("The document is not one of the allowed."))
                .body("errors[0].extensions.code", equalTo("DOCUMENT_NOT_TRUSTED"));
    }

    @Test
    void letsNobodyRegisterAnother() {
        String text = "{ __typename }";
        JsonObject persisted = new JsonObject().put("version", 1).put("sha256Hash", Sha256.hex(text));

        send(new JsonObject()
                        .put("query", text)
                        .put("extensions", new JsonObject().put("persistedQuery", persisted))
                        .encode())
                .statusCode(400)
                .body("errors[0].extensions.code", equalTo("DOCUMENT_NOT_TRUSTED"));
    }

    @Test
    void namesItsOperations() {
        assertEquals(Set.of("Names", "Inbox", "Chat", "All"), trusted.names());
    }

    @Test
    void tellsItsOperationsApartInMetrics() {
        send("{\"documentId\":\"" + ID + "\"}").statusCode(200);

        Timer answered = registry.get("greengraph.operation")
                .tags("operation", "Names", "outcome", "answered")
                .timer();
        Gateway.await(() -> answered.count() > 0);
    }
}
