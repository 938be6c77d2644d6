package dev.greengraph.auth;

import static dev.greengraph.auth.KnownCaller.withKey;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static org.hamcrest.Matchers.nullValue;

import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;

/** Accounts with a picture, and the addresses that the gateway gives it. */
record Pictures(FakeUpstream upstream, GatewayClock clock) {

    static final String VERA = "70000001001@c.us";
    /** A picture of one pixel. */
    static final String JPEG = "/9j/4AAQSkZJRgABAQEAYABgAAD/2Q==";

    private static final String WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

    /** An account of Alice's without anything. */
    UpstreamAccount account() {
        UpstreamAccount account = upstream.whatsapp();
        while (Integer.parseInt(account.name().substring(1)) % 2 == 1) {
            account = upstream.whatsapp();
        }
        return account;
    }

    /** An account of Alice's whose only message is that picture. */
    UpstreamAccount account(String downloadUrl) {
        return account().incoming(row(downloadUrl).encode());
    }

    /** An account on MAX whose only message is that picture. */
    UpstreamAccount accountOnMax(String downloadUrl) {
        return upstream.max()
                .incoming(row(downloadUrl)
                        .put("idMessage", Long.toString(clock.instant().toEpochMilli() << 16))
                        .put("chatId", "10000001")
                        .put("senderId", "10000001")
                        .put("jpegThumbnail", WEBP)
                        .encode());
    }

    /** The picture as the upstream writes it, of a message and of a status. */
    JsonObject row(String downloadUrl) {
        return received(VERA, id(1), clock.instant())
                .put("typeMessage", "imageMessage")
                .put("downloadUrl", downloadUrl)
                .put("fileName", "my cat.jpg")
                .put("mimeType", "image/jpeg")
                .put("jpegThumbnail", JPEG);
    }

    /** The address of the picture in the first message; its call is not counted. */
    static String fileUrl(UpstreamAccount account) {
        String address = url(account, "fileUrl");
        account.takeCalls();
        return address;
    }

    static String url(UpstreamAccount account, String field) {
        return ask(account, "messages { nodes { ... on MediaMessage { " + field + " } } }")
                .extract()
                .path("data.account.messages.nodes[0]." + field);
    }

    static ValidatableResponse ask(UpstreamAccount account, String fields) {
        return withKey(ApiKeyProfile.ROOT).ask(query(account, fields)).body("errors", nullValue());
    }

    /** What the operation would cost; it is not executed. */
    static ValidatableResponse plan(UpstreamAccount account, String fields) {
        return withKey(ApiKeyProfile.ROOT)
                .request()
                .contentType("application/json")
                .header("GraphQL-Cost", "plan")
                .body(new JsonObject().put("query", query(account, fields)).encode())
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("errors", nullValue());
    }

    private static String query(UpstreamAccount account, String fields) {
        return "{ account(name: \"%s\") { %s } }".formatted(account.name(), fields);
    }

    /** An address without its signature. */
    static String bare(String address) {
        return address.replaceAll("\\?.*", "");
    }
}
