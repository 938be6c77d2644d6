package dev.greengraph.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.gateway.GatewayProfile;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The audits of the GraphQL-over-HTTP specification, as a gateway with the settings of a release answers them. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class GraphqlHttpAuditTest {

    /** Queries by GET, which are off; {@code docs/http.md} says why. */
    private static final Set<String> LEFT = Set.of("5A70", "D6D5", "6A70");

    @TestHTTPResource("graphql")
    URL endpoint;

    @Test
    void everyMustAndShouldPassesAndTheMaysThatAreLeftAreKnown() throws IOException, InterruptedException {
        List<Audit> failed = Audit.failedAt(endpoint);

        assertEquals(
                List.of(), failed.stream().filter(audit -> !audit.optional()).toList());
        assertEquals(
                new TreeSet<>(LEFT),
                new TreeSet<>(failed.stream().map(Audit::id).toList()));
    }
}
