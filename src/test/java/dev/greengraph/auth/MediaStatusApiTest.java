package dev.greengraph.auth;

import static dev.greengraph.auth.KnownCaller.withKey;
import static dev.greengraph.auth.Pictures.ask;
import static dev.greengraph.auth.Pictures.bare;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.Reply;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of statuses, of contacts' and of the account's own: who gets them, and what they cost. */
@QuarkusTest
@TestProfile(ApiKeyProfile.class)
class MediaStatusApiTest {

    private static final KnownCaller ALICE = withKey(ApiKeyProfile.ALICE);
    private static final KnownCaller BOB = withKey(ApiKeyProfile.BOB);

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    /** The two lists of statuses. */
    enum Statuses {
        RECEIVED("statuses", "... on MediaStatus { %s }", "getIncomingStatuses"),
        SENT("outgoingStatuses", "%s", "getOutgoingStatuses");

        private final String field;
        private final String selection;
        private final String method;

        Statuses(String field, String selection, String method) {
            this.field = field;
            this.selection = selection;
            this.method = method;
        }

        String query(String fields) {
            return field + " { nodes { " + selection.formatted(fields) + " } }";
        }

        String url(UpstreamAccount account, String part) {
            return ask(account, query(part)).extract().path("data.account." + field + ".nodes[0]." + part);
        }

        /** As above, of the file; its call is not counted. */
        String fileUrl(UpstreamAccount account) {
            String address = url(account, "fileUrl");
            account.takeCalls();
            return address;
        }

        String call(int minutes) {
            return method + "?minutes=" + minutes;
        }
    }

    @ParameterizedTest
    @EnumSource(Statuses.class)
    void aSignedAddressIsThatOfTheFile(Statuses list) {
        UpstreamAccount account = with(list, upstream.fileUrl("a.jpg"));
        String address = list.fileUrl(account);

        given().get(address)
                .then()
                .statusCode(200)
                .header("Content-Type", "image/jpeg")
                .header("Content-Disposition", "inline; filename*=UTF-8''my%20cat.jpg")
                .body(equalTo("content of a.jpg"));

        assertEquals(List.of(), account.takeCalls());
        for (String secret : List.of(account.name() + "/", "7000000", id(1), "c.us")) {
            assertFalse(address.contains(secret), address);
        }
    }

    @ParameterizedTest
    @EnumSource(Statuses.class)
    void onlyWhoMayHaveItGetsIt(Statuses list) {
        UpstreamAccount account = with(list, upstream.fileUrl("a.jpg"));
        String address = list.fileUrl(account);
        String ofAnother = list.fileUrl(with(list, upstream.fileUrl("b.jpg")));

        given().get(address.replaceAll("signature=", "signature=x")).then().statusCode(403);
        given().get(bare(ofAnother) + address.substring(address.indexOf('?')))
                .then()
                .statusCode(403);
        given().get(bare(address)).then().statusCode(401);
        BOB.request().get(bare(address)).then().statusCode(404);
        ALICE.request().get(bare(address)).then().statusCode(200);
        clock.advance(Duration.ofHours(2));
        given().get(address).then().statusCode(410);
        assertEquals(List.of(), account.takeCalls());
    }

    @ParameterizedTest
    @EnumSource(Statuses.class)
    void anAddressIsPlannedWithNoCall(Statuses list) {
        UpstreamAccount account = with(list, upstream.fileUrl("a.jpg"));

        Pictures.plan(account, list.query("fileUrl thumbnailUrl"))
                .body("extensions.cost.plannedCalls", equalTo(1))
                .body("extensions.cost.expectedCalls", equalTo(1))
                .body("extensions.cost.otherCalls", equalTo(0))
                .body("extensions.cost.reads.endpoint", contains(list.method));

        assertEquals(List.of(), account.takeCalls());
    }

    @ParameterizedTest
    @EnumSource(Statuses.class)
    void aListThatIsNotHeldIsReadOnceForAllViews(Statuses list) {
        UpstreamAccount account = with(list, upstream.fileUrl("a.jpg"));
        String file = bare(list.fileUrl(account));
        String thumbnail = bare(list.url(account, "thumbnailUrl"));
        clock.advance(Duration.ofHours(25));
        account.takeCalls();

        for (int i = 0; i < 3; i++) {
            ALICE.request().get(file).then().statusCode(200).body(equalTo("content of a.jpg"));
            ALICE.request().get(thumbnail).then().statusCode(200).header("Content-Type", "image/jpeg");
        }

        assertEquals(List.of(list.call(10_080)), account.takeCalls());
    }

    @ParameterizedTest
    @EnumSource(Statuses.class)
    void anAddressOfTheStorageThatIsOverIsLookedForOnceAMinute(Statuses list) {
        UpstreamAccount account = with(list, upstream.fileUrl("gone-403.jpg"));
        String address = list.fileUrl(account);

        given().get(address).then().statusCode(404);
        assertEquals(List.of(), account.takeCalls(), "the list was read just now");

        clock.advance(Duration.ofSeconds(61));
        for (int i = 0; i < 3; i++) {
            given().get(address).then().statusCode(404).body(containsString("no longer has the file"));
        }
        assertEquals(List.of(list.call(60)), account.takeCalls());

        with(account, list, upstream.fileUrl("b.jpg"));
        clock.advance(Duration.ofSeconds(61));
        for (int i = 0; i < 3; i++) {
            given().get(address).then().statusCode(200).body(equalTo("content of b.jpg"));
        }
        assertEquals(List.of(list.call(60)), account.takeCalls());
    }

    @ParameterizedTest
    @EnumSource(Statuses.class)
    void aStatusThatTheUpstreamNoLongerHasIsNotFound(Statuses list) {
        UpstreamAccount account = with(list, upstream.fileUrl("a.jpg"));
        String address = bare(list.fileUrl(account));
        account.on(list.method, Reply.rows());
        clock.advance(Duration.ofHours(25));

        ALICE.request().get(address).then().statusCode(404);
        assertEquals(List.of(list.call(10_080)), account.takeCalls());

        clock.advance(Duration.ofDays(30));
        ALICE.request().get(address).then().statusCode(404);
        assertEquals(List.of(), account.takeCalls(), "no list goes back so far");
    }

    @ParameterizedTest
    @EnumSource(Statuses.class)
    void aFailureOfTheUpstreamIsTold(Statuses list) {
        UpstreamAccount account = with(list, upstream.fileUrl("a.jpg"));
        String address = bare(list.fileUrl(account));
        account.on(list.method, Reply.status(403, "application/json", "\"Forbidden\""));
        clock.advance(Duration.ofHours(25));

        ALICE.request().get(address).then().statusCode(502).body(containsString("did not say where"));
    }

    @ParameterizedTest
    @EnumSource(Statuses.class)
    void anAddressOfAnyOtherHostIsNeverAsked(Statuses list) {
        UpstreamAccount account = with(list, "http://169.254.169.254/latest/meta-data");
        String address = list.fileUrl(account);
        int before = upstream.storage().requests();

        given().get(address).then().statusCode(502).body(containsString("does not fetch from"));

        assertEquals(before, upstream.storage().requests());
    }

    @ParameterizedTest
    @EnumSource(Statuses.class)
    void whereThereIsNoFileThereIsNoAddress(Statuses list) {
        JsonObject large = pictures().row("{{SWE002}}");
        large.remove("jpegThumbnail");
        UpstreamAccount account = pictures().account().on(list.method, Reply.rows(large.encode()));

        ask(account, list.query("fileUrl thumbnailUrl"))
                .body("data.account." + list.field + ".nodes[0].fileUrl", nullValue())
                .body("data.account." + list.field + ".nodes[0].thumbnailUrl", nullValue());
    }

    /** An account of Alice's with one status, which is that picture. */
    private UpstreamAccount with(Statuses list, String downloadUrl) {
        return with(pictures().account(), list, downloadUrl);
    }

    /** As above; the status was received or sent now. */
    private UpstreamAccount with(UpstreamAccount account, Statuses list, String downloadUrl) {
        return account.on(list.method, Reply.rows(pictures().row(downloadUrl).encode()));
    }

    private Pictures pictures() {
        return new Pictures(upstream, clock);
    }
}
