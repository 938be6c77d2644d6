package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.failed;
import static dev.greengraph.testsupport.gateway.Gateway.send;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Arguments that cannot be served: each is named with what it must be, and nothing is sent upstream. Mostly tables, which
 * say more side by side.
 */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class ArgumentApiTest {

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    private static final String VERA = "70000001001@c.us";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chats(first: 0) { totalCount }                            | first        | between 1 and 100",
                "chats(first: 101) { totalCount }                          | first        | between 1 and 100",
                "chats(first: -1) { totalCount }                           | first        | between 1 and 100",
                "chats(minutes: 0) { totalCount }                          | minutes      | between 1 and 43200",
                "chats(minutes: 43201) { totalCount }                      | minutes      | between 1 and 43200",
                "chats(after: \"garbage\") { totalCount }                  | after        | a cursor that this list gave out",
                "messages(first: 0) { totalCount }                         | first        | between 1 and 500",
                "messages(first: 501) { totalCount }                       | first        | between 1 and 500",
                "messages(minutes: 43201) { totalCount }                   | minutes      | between 1 and 43200",
                "messages(after: \"\") { totalCount }                      | after        | a cursor that this list gave out",
                "statuses(first: 101) { totalCount }                       | first        | between 1 and 100",
                "statuses(minutes: 0) { totalCount }                       | minutes      | between 1 and 43200",
                "statuses(after: \"MQ\") { totalCount }                    | after        | a cursor that this list gave out",
                "chat(chatId: \"x\") { id }                                | chatId       | an id such as 70000001234@c.us",
                "chat(chatId: \"\") { id }                                 | chatId       | an id such as 70000001234@c.us",
                "chat(chatId: \"-70000000000001\") { id }                  | chatId       | an id such as 70000001234@c.us",
                "message(chatId: \"x\", messageId: \"3A00000000000001\") { id } | chatId  | an id such as 70000001234@c.us",
                "message(chatId: \"7@c.us\", messageId: \"123456789012345\") { id } | messageId | 16 to 128 letters",
                "chat(chatId: \"7@c.us\") { message(messageId: \"1\") { id } } | messageId | 16 to 128 letters",
                "chat(chatId: \"7@c.us\") { history(first: 501) { totalCount } } | first  | between 1 and 500",
                "chat(chatId: \"7@c.us\") { history(after: \"x\") { totalCount } } | after | a cursor that this list gave out",
                "chat(chatId: \"7@c.us\") { recentMessages(first: 101) { totalCount } } | first | between 1 and 100",
                "chat(chatId: \"7@c.us\") { recentMessages(minutes: 0) { totalCount } } | minutes | between 1 and 43200",
                "chat(chatId: \"7@c.us\") { lastMessage(minutes: 0) { id } } | minutes    | between 1 and 43200",
                "chat(chatId: \"7@c.us\") { statuses(first: 0) { totalCount } } | first   | between 1 and 100",
                "messages(since: \"2020-01-01T00:00:00Z\") { totalCount }   | since     | at most 43200 minutes (30 days) ago",
                "chats(since: \"2999-01-01T00:00:00Z\") { totalCount }      | since     | a moment in the past",
                "statuses(until: \"2020-01-01T00:00:00Z\") { totalCount }   | until     | a moment within these minutes",
                "statuses(since: \"2020-01-01T00:00:00Z\", minutes: 1) { totalCount } | minutes | absent beside since",
                "chat(chatId: \"7@c.us\") { recentMessages(until: \"2020-01-01T00:00:00Z\") { totalCount } } | until | a moment within these minutes",
                "chat(chatId: \"7@c.us\") { history(since: \"2026-01-02T00:00:00Z\", until: \"2026-01-02T00:00:00Z\") { totalCount } } | until | a moment after since",
            })
    void isNamedOnWhatsapp(String fields, String argument, String required) {
        isNamed(upstream.shared(), fields, argument, required);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chat(chatId: \"70000001001@c.us\") { id }                 | chatId    | a decimal number",
                "chat(chatId: \"--1\") { id }                              | chatId    | a decimal number",
                "message(chatId: \"1\", messageId: \"\") { id }            | messageId | 1 to 128 letters",
                "message(chatId: \"1\", messageId: \"a b\") { id }         | messageId | 1 to 128 letters",
            })
    void isNamedOnMax(String fields, String argument, String required) {
        isNamed(upstream.sharedOnMax(), fields, argument, required);
    }

    private static void isNamed(UpstreamAccount account, String fields, String argument, String required) {
        ValidatableResponse answer = ask(account, "name " + fields);

        assertEquals(List.of(), account.takeCalls());
        failed(answer, "BAD_REQUEST")
                .body("errors[0].extensions.argument", equalTo(argument))
                .body("errors[0].message", startsWith(argument + ": must be " + required));
    }

    @Test
    void takesAllThatIsAllowed() {
        UpstreamAccount account = upstream.whatsapp();

        succeeded(ask(
                account,
                "a: chats(first: 1, minutes: 1) { totalCount } b: chats(first: 100, minutes: 1) { totalCount }"));
        succeeded(
                ask(account, "a: messages(first: 500, minutes: 1) { totalCount } statuses(first: 100) { totalCount }"));
        clock.advance(Duration.ofSeconds(2));
        succeeded(ask(account, "chats(minutes: 43200) { totalCount }"));
    }

    @Test
    void aTimeThatIsNoneIsNamedWithoutAClass() {
        UpstreamAccount account = upstream.shared();

        ValidatableResponse answer = ask(account, "name messages(since: \"yesterday\") { totalCount }");

        assertEquals(List.of(), account.takeCalls());
        failed(answer, "BAD_REQUEST")
                .body("errors[0].extensions.argument", equalTo("since"))
                .body("errors[0].message", equalTo("since: must be a DateTime (ISO 8601 with zone), was a string"))
                .body("errors[0].path", equalTo(List.of("account", "messages")))
                .body("data.account.name", equalTo(account.name()));
    }

    @Test
    void aCursorOfAnotherListIsNone() {
        Instant now = clock.instant();
        UpstreamAccount account =
                upstream.whatsapp().incoming(received(VERA, id(1), now).encode());
        String cursor = ask(account, "messages { pageInfo { endCursor } }")
                .extract()
                .path("data.account.messages.pageInfo.endCursor");
        account.takeCalls();
        UpstreamAccount other = upstream.shared();

        for (String field : List.of("chats", "statuses")) {
            failed(ask(account, field + "(after: \"" + cursor + "\") { totalCount }"), "BAD_REQUEST");
        }
        failed(
                ask(account, "chat(chatId: \"" + VERA + "\") { history(after: \"" + cursor + "\") { totalCount } }"),
                "BAD_REQUEST");
        failed(ask(other, "messages(after: \"" + cursor + "\") { totalCount }"), "BAD_REQUEST")
                .body("errors[0].message", equalTo("after: must be a cursor that this list gave out"));
        assertEquals(List.of(), account.takeCalls());
        assertEquals(List.of(), other.takeCalls());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chats(minutes: \"1\") { totalCount }",
                "chats(first: null) { totalCount }",
                "messages(minutes: 1.5) { totalCount }",
                "messages(first: null) { totalCount }",
                "statuses(first: null) { totalCount }",
                "chat(chatId: null) { id }",
                "chat(chatId: \"7@c.us\") { lastMessage(minutes: true) { id } }",
                "chat(chatId: \"7@c.us\") { history(first: null) { totalCount } }",
                "chats(first: \"many\") { totalCount }",
                "chats(kind: NONE) { totalCount }",
                "messages(filter: {direction: UP}) { totalCount }",
                "messages(filter: {unknown: 1}) { totalCount }",
                "chats(unknown: 1) { totalCount }",
                "chat { id }",
            })
    void isRefusedBeforeExecutionIfItIsOfTheWrongType(String fields) {
        UpstreamAccount account = upstream.shared();

        ValidatableResponse answer = ask(account, fields);

        assertEquals(List.of(), account.takeCalls());
        answer.body("data", nullValue())
                .body("errors.extensions.code", everyItem(equalTo("BAD_REQUEST")))
                .body("errors[0].locations", notNullValue());
    }

    @Test
    void anExplicitNullForADefaultIsNamed() {
        ask(upstream.shared(), "chats(first: null) { totalCount }").body("errors[0].message", containsString("first"));
    }

    /** Only its own field: the engine notices it while that one is resolved. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name chats(first: $m) { totalCount }                          | first   | chats",
                "name messages(first: $m) { totalCount }                       | first   | messages",
                "name statuses(first: $m) { totalCount }                       | first   | statuses",
                "name chat(chatId: \"7@c.us\") { id history(first: $m) { totalCount } } | first | chat.history",
                "name chat(chatId: \"7@c.us\") { id recentMessages(first: $m) { totalCount } } | first | chat.recentMessages",
            })
    void aVariableOfNullForADefaultCostsItsFieldOnly(String fields, String argument, String path) {
        UpstreamAccount account = upstream.shared();
        for (String type : List.of("Int", "Int = 5")) {
            String query = "query($m: %s) { account(name: \"%s\") { %s } }".formatted(type, account.name(), fields);

            ValidatableResponse answer = ask(query, nothing("m"));

            assertEquals(List.of(), account.takeCalls());
            failed(answer, "BAD_REQUEST")
                    .body("errors[0].message", containsString(argument))
                    .body("errors[0].path.join('.')", equalTo("account." + path))
                    .body("data.account.name", equalTo(account.name()))
                    .body("data.account." + path, nullValue());
        }
    }

    @Test
    void aVariableOfNullInAConditionIsNamed() {
        for (String condition : List.of("@include(if: $c)", "@skip(if: $c)")) {
            String query = "query($c: Boolean = true) { accounts { ...f } } fragment f on Account { name %s }"
                    .formatted(condition);

            succeeded(ask(query, Map.of()));
            failed(
                            send(new JsonObject()
                                    .put("query", query)
                                    .put("variables", new JsonObject(nothing("c")))
                                    .encode()),
                            "BAD_REQUEST")
                    .statusCode(400)
                    .body("errors[0].message", equalTo("Variable $c: must be a Boolean, was null"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$f: DateTime | since | \"2026-11-25\"   | Variable $f: must be a DateTime (ISO 8601 with zone), was a string",
                "$f: DateTime | until | \"tomorrow\"     | Variable $f: must be a DateTime (ISO 8601 with zone), was a string",
            })
    void aTimeThatIsNoneIsNamedWithItsVariable(String definition, String use, String value, String message) {
        UpstreamAccount account = upstream.shared();
        String query = "query(%s) { account(name: \"%s\") { name messages(%s: $f) { totalCount } } }"
                .formatted(definition, account.name(), use);

        ValidatableResponse answer = ask(query, Map.of("f", Json.decodeValue(value)));

        assertEquals(List.of(), account.takeCalls());
        failed(answer, "BAD_REQUEST")
                .body("errors[0].message", equalTo(message))
                .body("errors[0].path", equalTo(List.of("account", "messages")))
                .body("errors[0].locations[0].line", equalTo(1))
                .body("data.account.name", equalTo(account.name()));
    }

    private static Map<String, Object> nothing(String variable) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(variable, null);
        return variables;
    }
}
