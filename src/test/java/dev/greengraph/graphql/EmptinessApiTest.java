package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.failed;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.gateway.Reply;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a list is empty, and what it costs to know. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class EmptinessApiTest {

    private static final String VERA = "70000001001@c.us";
    private static final String WHY = "{ totalCount coverage { isComplete emptiness { reason settings advice } } }";
    private static final String MESSAGES = "data.account.messages.coverage.emptiness.";
    private static final List<String> JOURNALS =
            List.of("lastIncomingMessages?minutes=1440", "lastOutgoingMessages?minutes=1440");

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "incomingWebhook        | messages",
                "outgoingMessageWebhook | messages",
                "incomingWebhook        | messages(filter: {direction: INCOMING})",
                "outgoingMessageWebhook | messages(filter: {direction: OUTGOING})",
                "incomingWebhook        | chats",
                "incomingWebhook        | messages: search(text: \"order\")",
                "incomingWebhook        | calls",
                "incomingCallWebhook    | calls"
            })
    void aSettingIsOff(String setting, String list) {
        UpstreamAccount account = account(Map.of(setting, "no"));

        succeeded(ask(account, "list: " + list.replace("messages: ", "") + WHY))
                .body("data.account.list.coverage.emptiness.reason", equalTo("SETTINGS_OFF"))
                .body("data.account.list.coverage.emptiness.settings", contains(setting))
                .body("data.account.list.coverage.emptiness.advice", containsString("five minutes"));

        assertEquals(List.of("getSettings"), accountCalls(account));
    }

    @ParameterizedTest
    @CsvSource({"incomingWebhook, OUTGOING", "outgoingMessageWebhook, INCOMING", "outgoingWebhook, INCOMING"})
    void aSettingThatTheListDoesNotNeedIsNoCause(String setting, String direction) {
        UpstreamAccount account = account(Map.of(setting, "no"));

        succeeded(ask(account, "messages(filter: {direction: " + direction + "})" + WHY))
                .body(MESSAGES + "reason", equalTo("NO_CAUSE_KNOWN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notAuthorized", "pendingCode", "starting", "sleepMode", "blocked"})
    void theAccountIsNotConnected(String state) {
        UpstreamAccount account = account(Map.of()).on("getStateInstance", state(state));

        succeeded(ask(account, "messages" + WHY))
                .body(MESSAGES + "reason", equalTo("ACCOUNT_NOT_CONNECTED"))
                .body(MESSAGES + "settings", empty())
                .body(MESSAGES + "advice", not(equalTo("")));

        assertEquals(List.of("getSettings", "getStateInstance"), accountCalls(account));
    }

    @ParameterizedTest
    @CsvSource({"40, STILL_SYNCING", "100, NO_CAUSE_KNOWN", "null, NO_CAUSE_KNOWN"})
    void maxStillReadsTheAccount(String progress, String reason) {
        UpstreamAccount account = ready(upstream.max(), Map.of())
                .on(
                        "getAccountSettings",
                        Reply.json(
                                "{\"stateInstance\":\"authorized\",\"historySyncProgress\":%s}".formatted(progress)));

        succeeded(ask(account, "messages" + WHY)).body(MESSAGES + "reason", equalTo(reason));

        assertEquals(List.of("getSettings", "getStateInstance", "getAccountSettings"), accountCalls(account));
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorized", "suspended", "yellowCard", "aWordOfTomorrow"})
    void nothingIsKnownToKeepItEmpty(String state) {
        UpstreamAccount account = account(Map.of()).on("getStateInstance", state(state));

        succeeded(ask(account, "messages" + WHY))
                .body(MESSAGES + "reason", equalTo("NO_CAUSE_KNOWN"))
                .body(MESSAGES + "advice", containsString("two minutes"));

        assertEquals(List.of("getSettings", "getStateInstance"), accountCalls(account));
    }

    @Test
    void allListsShareTheCalls() {
        UpstreamAccount account = account(Map.of("incomingWebhook", "no"));
        String query = "messages" + WHY + " chats" + WHY + " settings { storesIncomingMessages }";

        succeeded(ask(account, query)).body(MESSAGES + "reason", equalTo("SETTINGS_OFF"));
        succeeded(ask(account, query)).body(MESSAGES + "reason", equalTo("SETTINGS_OFF"));

        assertEquals(List.of("getSettings"), accountCalls(account));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chatList", "addressBook", "statuses", "outgoingStatuses"})
    void whatNeedsNoSettingAsksTheStateOnly(String list) {
        UpstreamAccount account = account(Map.of("incomingWebhook", "no")).on("getStateInstance", state("blocked"));

        succeeded(ask(account, "list: " + list + WHY))
                .body("data.account.list.coverage.emptiness.reason", equalTo("ACCOUNT_NOT_CONNECTED"));

        assertEquals(
                List.of("getStateInstance"),
                account.takeCalls().stream()
                        .filter(call -> call.equals("getSettings") || call.equals("getStateInstance"))
                        .toList());
    }

    @Test
    void anEmptyHistoryAsksTheState() {
        UpstreamAccount account = account(Map.of("incomingWebhook", "no")).on("getStateInstance", state("blocked"));

        succeeded(ask(account, "chat(chatId: \"" + VERA + "\") { history " + WHY + " }"))
                .body("data.account.chat.history.coverage.emptiness.reason", equalTo("ACCOUNT_NOT_CONNECTED"));
    }

    @Test
    void aFilledListAsksNothing() {
        UpstreamAccount account = filled();

        succeeded(ask(account, "messages" + WHY))
                .body("data.account.messages.totalCount", equalTo(1))
                .body("data.account.messages.coverage.emptiness", nullValue());

        assertEquals(List.of(), accountCalls(account));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messages(filter: {text: \"nowhere\"})",
                "messages(minutes: 1)",
                "search(text: \"nowhere\")",
                "chats(kind: GROUP)"
            })
    void whatWasLeftOutIsNoReasonToAsk(String list) {
        UpstreamAccount account = filled();

        succeeded(ask(account, "list: " + list + WHY))
                .body("data.account.list.totalCount", equalTo(0))
                .body("data.account.list.coverage.emptiness.reason", equalTo("NOTHING_MATCHES"))
                .body("data.account.list.coverage.emptiness.settings", empty());

        assertEquals(List.of(), accountCalls(account));
    }

    @Test
    void nobodyIsAskedForAFieldThatIsNotSelected() {
        UpstreamAccount account = account(Map.of("incomingWebhook", "no"));

        succeeded(ask(account, "messages { totalCount coverage { isComplete reason } }"));

        assertEquals(JOURNALS, account.takeCalls().stream().sorted().toList());
    }

    @Test
    void aFailureWhileAskingLeavesTheList() {
        UpstreamAccount account = upstream.whatsapp().on("getSettings", Reply.refusal(500, "down"));

        failed(ask(account, "messages" + WHY), "UPSTREAM_UNAVAILABLE")
                .body("data.account.messages.totalCount", equalTo(0))
                .body("data.account.messages.coverage.isComplete", equalTo(true))
                .body("data.account.messages.coverage.emptiness", nullValue())
                .body("errors[0].path", contains("account", "messages", "coverage", "emptiness"));
    }

    @Test
    void aMethodThatIsNotGrantedIsAnErrorOfTheList() {
        UpstreamAccount account = account(Map.of()).on("lastIncomingCalls", Reply.refusal(403, "Forbidden"));

        failed(ask(account, "calls" + WHY), "METHOD_NOT_ENABLED").body("data.account.calls", nullValue());

        assertEquals(List.of(), accountCalls(account));
    }

    private UpstreamAccount filled() {
        return account(Map.of("incomingWebhook", "no"))
                .incoming(
                        received(VERA, id(1), clock.instant().minusSeconds(600)).encode());
    }

    private UpstreamAccount account(Map<String, String> settings) {
        return ready(upstream.whatsapp(), settings);
    }

    /** An account that lacks nothing but these settings. */
    private static UpstreamAccount ready(UpstreamAccount account, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(Map.of(
                "incomingWebhook", "yes",
                "outgoingWebhook", "yes",
                "outgoingMessageWebhook", "yes",
                "incomingCallWebhook", "yes"));
        all.putAll(settings);
        return account.on(
                        "getSettings",
                        Reply.json(all.entrySet().stream()
                                .map(setting -> "\"%s\":\"%s\"".formatted(setting.getKey(), setting.getValue()))
                                .collect(Collectors.joining(",", "{", "}"))))
                .on("getStateInstance", state("authorized"));
    }

    private static Reply state(String state) {
        return Reply.json("{\"stateInstance\":\"" + state + "\"}");
    }

    /** The calls about the account itself, in order. */
    private static List<String> accountCalls(UpstreamAccount account) {
        return account.takeCalls().stream()
                .filter(call -> call.startsWith("get"))
                .toList();
    }
}
