package dev.greengraph.auth;

import static dev.greengraph.auth.KnownCaller.withKey;
import static dev.greengraph.auth.Pictures.bare;
import static dev.greengraph.auth.Pictures.fileUrl;
import static dev.greengraph.auth.Pictures.url;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.Reply;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent as the file of a message, and what that costs. All ways to a file are in one file: each is compared with the calls of the others. */
@QuarkusTest
@TestProfile(ApiKeyProfile.class)
class MediaContentApiTest {

    private static final KnownCaller ALICE = withKey(ApiKeyProfile.ALICE);
    private static final String ASKED =
            "downloadFile {\"chatId\":\"" + Pictures.VERA + "\",\"idMessage\":\"" + id(1) + "\"}";

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    @Test
    void aMessageThatIsNotHeldCostsOneCall() {
        UpstreamAccount account = pictures()
                .account(upstream.fileUrl("a.jpg"))
                .on("downloadFile", Reply.json("{\"downloadUrl\":\"" + upstream.fileUrl("b.jpg") + "\"}"));
        String address = fileUrl(account);
        clock.advance(Duration.ofHours(25));
        account.takeCalls();

        for (int i = 0; i < 3; i++) {
            ALICE.request().get(bare(address)).then().statusCode(200).body(equalTo("content of b.jpg"));
        }

        assertEquals(List.of(ASKED), account.takeCalls());
    }

    @Test
    void anAddressOfTheStorageThatIsOverIsReplacedOnce() {
        UpstreamAccount account = pictures()
                .account(upstream.fileUrl("gone-403.jpg"))
                .on("downloadFile", Reply.json("\"" + upstream.fileUrl("b.jpg") + "\""));
        String address = fileUrl(account);
        account.takeCalls();

        for (int i = 0; i < 5; i++) {
            given().get(address).then().statusCode(200).body(equalTo("content of b.jpg"));
        }

        assertEquals(List.of(ASKED), account.takeCalls());
    }

    @Test
    void anAddressThatSaysItsEndIsNotTriedAfterIt() {
        String signed = upstream.fileUrl("c.jpg?X-Amz-Date=20200101T000000Z&X-Amz-Expires=600");
        UpstreamAccount account = pictures()
                .account(signed)
                .on("downloadFile", Reply.json("{\"downloadUrl\":{\"url\":\"" + upstream.fileUrl("b.jpg") + "\"}}"));
        String address = fileUrl(account);
        int before = upstream.storage().requests();

        given().get(address).then().statusCode(200).body(equalTo("content of b.jpg"));

        assertEquals(before + 1, upstream.storage().requests());
    }

    @Test
    void aFileThatTheStorageLostIsAskedForOnceAMinute() {
        UpstreamAccount account = pictures()
                .account(upstream.fileUrl("gone-404.jpg"))
                .on("downloadFile", Reply.json("{\"downloadUrl\":\"" + upstream.fileUrl("gone-410.jpg") + "\"}"));
        String address = fileUrl(account);
        account.takeCalls();

        for (int i = 0; i < 4; i++) {
            given().get(address).then().statusCode(404);
        }

        assertEquals(List.of(ASKED), account.takeCalls());
        clock.advance(Duration.ofMinutes(1));
        given().get(address).then().statusCode(404);
        assertEquals(List.of(ASKED), account.takeCalls());
    }

    @Test
    void anAddressOfAnyOtherHostIsNeverAsked() {
        UpstreamAccount account = pictures()
                .account("http://169.254.169.254/latest/meta-data")
                .on("downloadFile", Reply.json("{\"downloadUrl\":\"https://elsewhere.example/x.jpg\"}"));
        String address = fileUrl(account);
        account.takeCalls();

        for (int i = 0; i < 3; i++) {
            given().get(address).then().statusCode(502).body(containsString("does not fetch from"));
            clock.advance(Duration.ofMinutes(2));
        }

        assertEquals(List.of(ASKED), account.takeCalls());
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(Reply.refusal(400, "Message not found by id"), 404),
                Arguments.of(Reply.refusal(400, "File message encrypted url not found by chatId 7"), 404),
                Arguments.of(
                        Reply.status(400, "application/json", "{\n\"File message encrypted url not found\"\n}"), 404),
                Arguments.of(Reply.json("{\"downloadUrl\":\"\"}"), 404),
                Arguments.of(Reply.json("{\"downloadUrl\":\"{{SWE002}}\"}"), 404),
                Arguments.of(Reply.status(429, "text/plain", ""), 503),
                Arguments.of(Reply.status(466, "application/json", "{}"), 503),
                Arguments.of(Reply.status(401, "application/json", ""), 503),
                Arguments.of(Reply.refusal(500, "x"), 502),
                Arguments.of(Reply.json("[]"), 502),
                Arguments.of(Reply.status(504, "text/html", ""), 504));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureOfTheUpstreamIsTold(Reply failure, int status) {
        UpstreamAccount account = pictures().account("").on("downloadFile", failure);
        String address = fileUrl(account);

        given().get(address).then().statusCode(status).header("Content-Type", equalTo("text/plain;charset=utf-8"));
    }

    @Test
    void whatACallerHasIsNotSentAgain() {
        UpstreamAccount account = pictures().account(upstream.fileUrl("a.jpg"));
        String address = fileUrl(account);
        String etag = given().get(address).then().extract().header("ETag");
        int before = upstream.storage().requests();

        given().header("If-None-Match", etag)
                .get(address)
                .then()
                .statusCode(304)
                .header("ETag", etag);
        given().header("If-None-Match", "\"x\", W/" + etag).get(address).then().statusCode(304);

        assertEquals(before, upstream.storage().requests());
        given().header("If-None-Match", "\"x\"").get(address).then().statusCode(200);
    }

    @Test
    void theStorageLearnsNothingOfTheCaller() {
        String address = bare(fileUrl(pictures().account(upstream.fileUrl("a.jpg"))));

        ALICE.request()
                .header("Cookie", "a=b")
                .header("Referer", "https://app.example.com/")
                .header("Range", "bytes=0-3")
                .get(address)
                .then()
                .statusCode(200);

        assertEquals(
                Set.of("host", "accept-encoding", "range"), upstream.storage().lastHeaders());
    }

    @Test
    void aTypeThatCouldRunIsOnlySaved() {
        given().get(fileUrl(pictures().account(upstream.fileUrl("page.html"))))
                .then()
                .statusCode(200)
                .header("Content-Type", "application/octet-stream")
                .header("Content-Disposition", containsString("attachment;"));
    }

    @Test
    void aThumbnailIsAPictureOfItsOwn() {
        UpstreamAccount account = pictures().account(upstream.fileUrl("a.jpg"));
        String address = url(account, "thumbnailUrl");
        account.takeCalls();
        int before = upstream.storage().requests();

        byte[] picture = given().get(address)
                .then()
                .statusCode(200)
                .header("Content-Type", "image/jpeg")
                .extract()
                .asByteArray();

        assertEquals(22, picture.length);
        assertEquals(List.of(), account.takeCalls());
        assertEquals(before, upstream.storage().requests());
    }

    @Test
    void aThumbnailThatIsNotHeldCostsOneCall() {
        UpstreamAccount account = pictures().account(upstream.fileUrl("a.jpg"));
        account.on(
                "getMessage",
                Reply.json(pictures().row(upstream.fileUrl("a.jpg")).encode()));
        String address = bare(url(account, "thumbnailUrl"));
        clock.advance(Duration.ofHours(25));
        account.takeCalls();

        for (int i = 0; i < 3; i++) {
            ALICE.request().get(address).then().statusCode(200);
        }

        assertEquals(1, account.takeCalls().size());
    }

    @Test
    void aFileOfMaxIsAskedForByTheIdsOfMax() {
        UpstreamAccount account = pictures()
                .accountOnMax(upstream.fileUrl("gone-403.jpg"))
                .on("downloadFile", Reply.json("{\"downloadUrl\":\"" + upstream.fileUrl("b.jpg") + "\"}"));
        String id = url(account, "messageId");
        String address = fileUrl(account);

        for (int i = 0; i < 3; i++) {
            given().get(address).then().statusCode(200).body(equalTo("content of b.jpg"));
        }

        assertEquals(
                List.of("downloadFile {\"chatId\":\"10000001\",\"idMessage\":\"" + id + "\"}"), account.takeCalls());
    }

    @Test
    void aThumbnailOfMaxIsThePictureThatItIs() {
        UpstreamAccount account = pictures().accountOnMax(upstream.fileUrl("a.jpg"));
        String address = url(account, "thumbnailUrl");
        account.takeCalls();

        given().get(address).then().statusCode(200).header("Content-Type", "image/webp");

        assertEquals(List.of(), account.takeCalls());
    }

    private Pictures pictures() {
        return new Pictures(upstream, clock);
    }
}
