package dev.greengraph.auth;

import static dev.greengraph.auth.KnownCaller.withKey;
import static dev.greengraph.auth.Pictures.ask;
import static dev.greengraph.auth.Pictures.bare;
import static dev.greengraph.auth.Pictures.fileUrl;
import static dev.greengraph.auth.Pictures.url;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.ManagementPort;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets the file of a message at the gateway's own address. */
@QuarkusTest
@TestProfile(ApiKeyProfile.class)
class MediaAccessApiTest {

    private static final KnownCaller ALICE = withKey(ApiKeyProfile.ALICE);
    private static final KnownCaller BOB = withKey(ApiKeyProfile.BOB);

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    @Test
    void aSignedAddressNeedsNoCredentials() {
        UpstreamAccount account = pictures().account(upstream.fileUrl("a.jpg"));
        String address = fileUrl(account);

        given().get(address)
                .then()
                .statusCode(200)
                .header("Content-Type", "image/jpeg")
                .header("Content-Disposition", "inline; filename*=UTF-8''my%20cat.jpg")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Cache-Control", "private, max-age=86400, immutable")
                .header("ETag", notNullValue())
                .body(equalTo("content of a.jpg"));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void credentialsNeedNoSignature() {
        String address = bare(fileUrl(pictures().account(upstream.fileUrl("a.jpg"))));

        ALICE.request().get(address).then().statusCode(200);
        given().get(address).then().statusCode(401).header("WWW-Authenticate", notNullValue());
        withKey("not-a-key-of-anybody-0123456789-0123")
                .request()
                .get(address)
                .then()
                .statusCode(401);
    }

    @Test
    void theFileOfAnothersAccountIsNone() {
        UpstreamAccount account = pictures().account(upstream.fileUrl("a.jpg"));
        String address = bare(fileUrl(account));

        String foreign =
                BOB.request().get(address).then().statusCode(404).extract().asString();

        assertEquals(
                BOB.request()
                        .get("/media/AAAA")
                        .then()
                        .statusCode(404)
                        .extract()
                        .asString(),
                foreign);
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void aWrongSignatureIsRefusedAndAnExpiredOneSaysSo() {
        UpstreamAccount account = pictures().account(upstream.fileUrl("a.jpg"));
        String address = fileUrl(account);

        refused(403, address.replaceAll("signature=", "signature=x"));
        refused(403, address.replaceAll("expires=1", "expires=2"));
        refused(403, address.replaceAll("&signature=.*", ""));
        refused(403, address + "&signature=x");
        refused(
                403,
                fileUrl(pictures().account(upstream.fileUrl("b.jpg"))).replaceAll("\\?.*", "")
                        + address.substring(address.indexOf('?')));
        clock.advance(Duration.ofHours(1));
        given().get(address).then().statusCode(200);
        clock.advance(Duration.ofHours(1));
        refused(410, address);
        assertEquals(List.of(), account.takeCalls());
        assertNotEquals(address, fileUrl(account));
    }

    private static void refused(int status, String address) {
        given().get(address)
                .then()
                .statusCode(status)
                .header("Content-Type", equalTo("text/plain;charset=utf-8"))
                .header("Cache-Control", "no-store")
                .body(containsString("signature"));
    }

    @Test
    void anAddressTellsNothingAndStaysTheSameForAWhile() {
        UpstreamAccount account = pictures().account(upstream.fileUrl("a.jpg"));

        String address = fileUrl(account);

        for (String secret : List.of(account.name() + "/", "7000000", id(1), "c.us", account.token())) {
            assertFalse(address.contains(secret), address);
        }
        assertEquals(address, fileUrl(account));
    }

    @Test
    void anAnswerIsNotRememberedBeyondItsAddresses() {
        UpstreamAccount account = pictures().account(upstream.fileUrl("a.jpg"));
        clock.advance(Duration.ofSeconds(2 * 3600 - 2 - clock.instant().getEpochSecond() % 3600));
        account.incoming(pictures().row(upstream.fileUrl("a.jpg")).encode());
        String address = fileUrl(account);
        assertEquals(address, fileUrl(account));

        clock.advance(Duration.ofSeconds(3));

        assertNotEquals(address, url(account, "fileUrl"));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void whereThereIsNoFileThereIsNoAddress() {
        UpstreamAccount account = upstream.whatsapp();
        JsonObject large = pictures().row("{{SWE002}}");
        large.remove("jpegThumbnail");
        account.incoming(large.encode());

        ask(account, "messages { nodes { ... on MediaMessage { fileUrl thumbnailUrl } } }")
                .body("data.account.messages.nodes[0].fileUrl", nullValue())
                .body("data.account.messages.nodes[0].thumbnailUrl", nullValue());
    }

    @Test
    void onlyGetAndHeadAreTaken() {
        String address = fileUrl(pictures().account(upstream.fileUrl("a.jpg")));

        given().post(address).then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
        given().options(address).then().statusCode(204);
        given().head(address)
                .then()
                .statusCode(200)
                .header("Content-Length", "16")
                .header("Content-Type", "image/jpeg");
    }

    @Test
    void metricsTellHowRequestsEnd() {
        given().get("/media/AAAA");

        assertTrue(ManagementPort.metrics().contains("greengraph_media_requests_total{outcome=\"not_found\""));
        assertFalse(ManagementPort.metrics().contains("a.jpg"), "no address");
    }

    /** An address is made of what is held anyway. */
    @ParameterizedTest
    @ValueSource(strings = {"messageId", "fileUrl", "fileUrl thumbnailUrl"})
    void anAddressIsPlannedWithNoCall(String fields) {
        UpstreamAccount account = pictures().account(upstream.fileUrl("a.jpg"));

        Pictures.plan(account, "messages { nodes { ... on MediaMessage { " + fields + " } } }")
                .body("extensions.cost.plannedCalls", equalTo(2))
                .body("extensions.cost.expectedCalls", equalTo(2))
                .body("extensions.cost.otherCalls", equalTo(0))
                .body("extensions.cost.reads.endpoint", contains("lastIncomingMessages", "lastOutgoingMessages"));
        assertEquals(List.of(), account.takeCalls());
    }

    private Pictures pictures() {
        return new Pictures(upstream, clock);
    }
}
