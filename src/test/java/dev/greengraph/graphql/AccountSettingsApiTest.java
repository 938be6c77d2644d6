package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.await;
import static dev.greengraph.testsupport.gateway.Gateway.failed;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.greengraph.testsupport.Samples;
import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.gateway.Reply;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import dev.greengraph.upstream.row.RowReader;
import dev.greengraph.upstream.row.account.SettingsRow;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the upstream writes down for an account, how far it has read it, and what waits to be sent. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class AccountSettingsApiTest {

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    private static final String SETTINGS =
            "settings { storesIncomingMessages storesMessagesFromPhone storesDeliveries storesIncomingCalls"
                    + " reportsMessagesFromApi hidesNumbers freshness { state code } }";
    private static final String SYNC = "sync { progress suspendedUntil freshness { state } }";
    private static final String QUEUE =
            "queue { totalCount freshness { state } nodes { messageId upstreamMethod text chat { chatId } } }";
    private static final String SHOWN = "data.account.";

    @Test
    void showsTheSettingsThatMatterToAReaderForOneCall() {
        UpstreamAccount account = upstream.whatsapp().on("getSettings", sample("get-settings/whatsapp-incoming-off"));

        succeeded(ask(account, SETTINGS + " again: settings { hidesNumbers }"))
                .body(SHOWN + "settings.storesIncomingMessages", equalTo(false))
                .body(SHOWN + "settings.storesMessagesFromPhone", equalTo(true))
                .body(SHOWN + "settings.storesDeliveries", equalTo(true))
                .body(SHOWN + "settings.storesIncomingCalls", equalTo(false))
                .body(SHOWN + "settings.reportsMessagesFromApi", equalTo(true))
                .body(SHOWN + "settings.hidesNumbers", equalTo(true));
        assertEquals(List.of("getSettings"), account.takeCalls());

        clock.advance(Duration.ofSeconds(60));
        succeeded(ask(account, SETTINGS));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void neverShowsTheWebhookOfTheAccount() {
        UpstreamAccount account = upstream.whatsapp().on("getSettings", sample("get-settings/whatsapp-incoming-off"));

        String shown = ask(account, SETTINGS + " __typename endpoints { endpoint lastFailure { code } }")
                .extract()
                .asString();
        SettingsRow held = SettingsRow.read(RowReader.tree(Samples.bytes("get-settings/whatsapp-incoming-off"))
                        .orElseThrow())
                .orElseThrow();

        assertFalse(shown.contains("canary"), shown);
        assertFalse(held.toString().contains("canary"), "what the cache holds");
    }

    @Test
    void servesTheLastSettingsWhileTheUpstreamFails() {
        UpstreamAccount account = upstream.whatsapp().on("getSettings", sample("get-settings/whatsapp-incoming-off"));
        ask(account, SETTINGS);
        account.on("getSettings", Reply.refusal(500, "x"));
        clock.advance(Duration.ofSeconds(61));
        ask(account, SETTINGS);

        await(() -> "UPSTREAM_UNAVAILABLE"
                .equals(ask(account, SETTINGS).extract().path(SHOWN + "settings.freshness.code")));

        succeeded(ask(account, SETTINGS)).body(SHOWN + "settings.storesDeliveries", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Error: forbidden\"", "{}", "[]", "{\"incomingWebhook\":7}"})
    void refusesAnswersOfAnotherShape(String body) {
        UpstreamAccount account = upstream.max()
                .on("getSettings", Reply.json(body))
                .on("getAccountSettings", Reply.json(body))
                .on("showMessagesQueue", Reply.json(body.equals("[]") ? "{}" : body));

        failed(ask(account, "settings { hidesNumbers }"), "UPSTREAM_INVALID_RESPONSE");
        failed(ask(account, "sync { progress }"), "UPSTREAM_INVALID_RESPONSE");
        failed(ask(account, "queue { totalCount }"), "UPSTREAM_INVALID_RESPONSE");
    }

    @Test
    void tellsHowFarMaxIsRead() {
        UpstreamAccount account =
                upstream.max().on("getAccountSettings", sample("get-account-settings/max-still-syncing"));

        succeeded(ask(account, SYNC))
                .body(SHOWN + "sync.progress", equalTo(64))
                .body(SHOWN + "sync.suspendedUntil", nullValue());
        succeeded(ask(account, SYNC));
        assertEquals(List.of("getAccountSettings"), account.takeCalls());
    }

    @Test
    void tellsUntilWhenMaxIsSuspended() {
        UpstreamAccount account = upstream.max()
                .on(
                        "getAccountSettings",
                        Reply.json("{\"stateInstance\":\"suspended\",\"suspendedUntil\":1772445600}"));

        succeeded(ask(account, SYNC))
                .body(SHOWN + "sync.progress", nullValue())
                .body(SHOWN + "sync.suspendedUntil", equalTo("2026-03-02T10:00:00Z"));
    }

    @Test
    void asksWhatsappNothingThatItDoesNotSay() {
        UpstreamAccount account = upstream.whatsapp();

        succeeded(ask(account, SYNC)).body(SHOWN + "sync", nullValue());
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void showsWhatWaitsToBeSent() {
        UpstreamAccount account = upstream.whatsapp().on("showMessagesQueue", sample("show-messages-queue/two"));

        succeeded(ask(account, QUEUE + " next: queue(first: 1) { totalCount nodes { messageId } }"))
                .body(SHOWN + "queue.totalCount", equalTo(2))
                .body(SHOWN + "queue.nodes.messageId", contains("BAE5000000000Q01", "BAE5000000000Q02"))
                .body(SHOWN + "queue.nodes.upstreamMethod", contains("sendMessage", "sendFileByUrl"))
                .body(SHOWN + "queue.nodes.text", contains("Your order is ready", "The plan"))
                .body(SHOWN + "queue.nodes.chat.chatId", contains("70000001001@c.us", "120363000000000101@g.us"))
                .body(SHOWN + "next.totalCount", equalTo(2))
                .body(SHOWN + "next.nodes.messageId", contains("BAE5000000000Q01"));
        assertEquals(List.of("showMessagesQueue"), account.takeCalls());

        clock.advance(Duration.ofSeconds(5));
        succeeded(ask(account, QUEUE));
        assertEquals(List.of(), account.takeCalls());
    }

    private static Reply sample(String name) {
        return Reply.json(new String(Samples.bytes(name), StandardCharsets.UTF_8));
    }
}
