package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.failed;
import static dev.greengraph.testsupport.gateway.Gateway.send;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.gateway.CapturedLog;
import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.gateway.Reply;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every error carries, and what none does. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class ErrorFieldsTest {

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"query\":\"{\"}",
                "{\"query\":\"{nothing}\"}",
                "{\"query\":\"{account(name:\\\"nobody\\\"){name}}\"}",
                "{\"query\":\"query($n:Int!){accounts{name}}\"}",
            })
    void everyErrorHasItsCodeItsAdviceAndTheIdOfTheRequest(String body) {
        given().contentType("application/json")
                .header("X-Request-Id", "id-of-the.caller_1")
                .body(body)
                .post("/graphql")
                .then()
                .header("X-Request-Id", "id-of-the.caller_1")
                .body("errors.extensions", everyItem(both(hasKey("code")).and(hasKey("retryable"))))
                .body("errors.extensions.retryable", everyItem(equalTo(false)))
                .body("errors.extensions.requestId", everyItem(equalTo("id-of-the.caller_1")));
    }

    @Test
    void eachRequestWithoutAnIdGetsItsOwn() {
        String first = send("{}").extract().header("X-Request-Id");
        ValidatableResponse second = send("{}");

        assertNotEquals(first, second.extract().header("X-Request-Id"));
        second.body("errors[0].extensions.requestId", equalTo(second.extract().header("X-Request-Id")));
        send("{\"query\":\"{accounts{name}}\"}").header("X-Request-Id", containsString("-"));
    }

    @Test
    void anIdThatCouldWriteIntoALogIsNotTaken() {
        given().contentType("application/json")
                .header("X-Request-Id", "a ERROR forged")
                .body("{}")
                .post("/graphql")
                .then()
                .header("X-Request-Id", not(containsString("forged")))
                .body("errors[0].extensions.requestId", not(containsString("forged")));
    }

    @Test
    void theLogHasTheIdOfTheRequestThatBroke() {
        UpstreamAccount account = upstream.whatsapp();
        clock.breakWith(new IllegalStateException("inner text"));
        String id;
        try (CapturedLog log = new CapturedLog()) {
            id = failed(ask(account, "name messages { totalCount }"), "INTERNAL")
                    .extract()
                    .path("errors[0].extensions.requestId");

            String lines = log.text(Level.SEVERE);
            assertTrue(lines.contains("unexpected java.lang.IllegalStateException"), lines);
            assertTrue(lines.contains("requestId=" + id), lines);
        } finally {
            clock.repair();
        }
        try (CapturedLog log = new CapturedLog()) {
            clock.breakWith(new IllegalStateException("inner text"));
            failed(ask(upstream.whatsapp(), "name messages { totalCount }"), "INTERNAL");
            assertFalse(log.text(Level.SEVERE).contains(id), "the next request has another one");
        } finally {
            clock.repair();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429, ,                                            RATE_LIMITED,              true",
        "503, ,                                            UPSTREAM_UNAVAILABLE,      true",
        "504, ,                                            UPSTREAM_TIMEOUT,          true",
        "404, Not Found,                                   UPSTREAM_INVALID_RESPONSE, true",
        "400, instance in starting process try later,      ACCOUNT_NOT_READY,         true",
        "400, instance account not authorized,             ACCOUNT_NOT_READY,         false",
        "466, ,                                            QUOTA_EXCEEDED,            false",
        "401, ,                                            UPSTREAM_UNAUTHORIZED,     false",
    })
    void saysWhetherToAskAgainAlsoOnTheSecondTime(int status, String message, String code, boolean retryable) {
        UpstreamAccount account = upstream.whatsapp()
                .on(
                        "lastIncomingMessages",
                        message == null
                                ? Reply.status(status, "application/json", "{}")
                                : Reply.refusal(status, message));

        for (int time = 0; time < 2; time++) {
            failed(ask(account, "messages(filter: {direction: INCOMING}) { totalCount }"), code)
                    .body("errors[0].extensions.retryable", equalTo(retryable));
            clock.advanceBeyondFreshness();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                   | 1 | 2 | expected a field or '...', found the end of the document",
                "{ accounts { name } } }             | 1 | 23 | expected '{', 'query', 'mutation', 'subscription' or 'fragment', found '}'",
                "{ accounts { name(canary: } }       | 1 | 27 | expected a value, found '}'",
                "{ accounts \"canary }               | 1 | 12 | expected ':', '(', '@', '{', '}', a field or '...', found a string without its end",
                "`query { \n\n accounts { name canary! } }` | 3 | 24 | expected ':', '(', '@', '{', '}', a field or '...', found '!'",
            },
            quoteCharacter = '`')
    void saysWhereADocumentStopsBeingOne(String query, int line, int column, String what) {
        String answer = send(new JsonObject().put("query", query).encode())
                .body("errors.size()", equalTo(1))
                .body(
                        "errors[0].message",
                        equalTo("Syntax error at line %d, column %d: %s".formatted(line, column, what)))
                .body("errors[0].locations[0].line", equalTo(line))
                .body("errors[0].locations[0].column", equalTo(column))
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"))
                .extract()
                .asString();

        assertFalse(answer.contains("canary"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ acounts { name } }",
                "{ accounts { nam } }",
                "{ account(nme: \"a\") { name } }",
                "{ accounts @skp(if: true) { name } }",
                "query($n: Strin) { account(name: $n) { name } }",
                "{ account { messages(filter: {direction: INCOMIN}) { totalCount } } }",
                "{ account { messages(filter: {diretion: INCOMING}) { totalCount } } }",
                "{ accounts { ... on Acount { name } } }",
            })
    void suggestsNoNameOfTheSchema(String query) {
        String answer = send(new JsonObject().put("query", query).encode())
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"))
                .extract()
                .asString();

        assertFalse(answer.toLowerCase(Locale.ROOT).contains("did you mean"), answer);
        for (String name : List.of("accounts", "\"name", "'name'", "skip", "'String'", "INCOMING", "direction'")) {
            assertTrue(query.contains(name) || !answer.contains(name), answer);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ account(name: \"%s\") { chats(first: \"canary\") { totalCount } } }           | first: must be a value of the type that the schema says",
                "{ account(name: \"%s\") { messages(filter: {direction: canary}) { totalCount } } } | filter.direction: must be a value of the type that the schema says",
                "{ account(name: \"%s\") { messages(filter: {canary: 1}) { totalCount } } }      | filter: must be a value of the type that the schema says",
                "query($n: Int = \"canary\") { account(name: \"%s\") { chats(first: $n) { totalCount } } } | variables: must be values of the types that the document says",
            })
    void repeatsNoValueOfTheDocument(String query, String message) {
        String answer = send(new JsonObject()
                        .put("query", query.formatted(upstream.shared().name()))
                        .encode())
                .body("errors[0].message", equalTo(message))
                .extract()
                .asString();

        assertFalse(answer.contains("canary"), answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Int           | \"canary\"           | Variable $v: must be an Int (whole number of 32 bits), was a string",
                "Int           | 4242424242           | Variable $v: must be an Int (whole number of 32 bits), was a number",
                "Int           | 4242e999999          | variables: numbers must have at most 400 digits",
                "MessageFilter | {\"direction\":\"canary\"} | Variable $v, field direction: must be a value of the enum Direction, was a string",
                "MessageFilter | {\"canary\":1}       | Variable $v: must have only fields of MessageFilter, had another",
            })
    void repeatsNoValueOfAVariable(String type, String value, String message) {
        String use = type.equals("Int") ? "chats(first: $v)" : "messages(filter: $v)";
        String query = "query($v: %s) { account(name: \\\"%s\\\") { %s { totalCount } } }"
                .formatted(type, upstream.shared().name(), use);

        String answer = send("{\"query\":\"" + query + "\",\"variables\":{\"v\":" + value + "}}")
                .body("errors[0].message", equalTo(message))
                .extract()
                .asString()
                .replaceAll("\"requestId\":\"[^\"]*\"", "");

        assertFalse(answer.contains("canary") || answer.contains("4242"), answer);
        assertEquals(List.of(), upstream.shared().takeCalls());
    }

    @Test
    void repeatsNoNameOfAnOperation() {
        send(new JsonObject(Map.of("query", "query A { accounts { name } }", "operationName", "canary")).encode())
                .body("errors[0].message", equalTo("operationName: must be the name of an operation of the document"))
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }
}
