package dev.greengraph.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.Scrape;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whom a call is for: the caller, or who the header names that the settings name. */
@QuarkusTest
@TestProfile(ApiKeyProfile.class)
class SharesApiTest {

    FakeUpstream upstream;

    @Test
    void aCallIsForItsCallerOrForWhomTheHeaderNames() {
        UpstreamAccount ofTheCaller = upstream.whatsapp();
        UpstreamAccount ofATenant = upstream.whatsapp();
        UpstreamAccount ofAnother = upstream.whatsapp();

        ask(root(), ofTheCaller);
        ask(root().header("X-Tenant", "a-tenant"), ofATenant);
        ask(root().header("X-Tenant", "nobody of the settings"), ofAnother);

        assertEquals(Set.of("root"), requesters(ofTheCaller));
        assertEquals(Set.of("a-tenant"), requesters(ofATenant));
        assertEquals(Set.of("others"), requesters(ofAnother));
    }

    private static RequestSpecification root() {
        return KnownCaller.withKey(ApiKeyProfile.ROOT).request();
    }

    private static void ask(RequestSpecification caller, UpstreamAccount account) {
        caller.contentType("application/json")
                .body("{\"query\":\"{account(name:\\\"%s\\\"){state{kind}}}\"}".formatted(account.name()))
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    private static Set<String> requesters(UpstreamAccount account) {
        return Scrape.now()
                .text()
                .lines()
                .filter(line -> line.startsWith("greengraph_gate_turns_total{account=\"" + account.name() + "\""))
                .map(line -> line.replaceAll(".*requester=\"([^\"]*)\".*", "$1"))
                .collect(Collectors.toSet());
    }
}
