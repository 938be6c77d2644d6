package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.failed;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.gateway.Reply;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to fail of the upstream has its code; what fails is null, its siblings keep their data. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class ErrorApiTest {

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    private static final String QUERY =
            "name messages(filter: {direction: INCOMING}) { totalCount } statuses { totalCount }";

    static Stream<Arguments> failures() {
        return Stream.of(
                failure("401", status(401, ""), "UPSTREAM_UNAUTHORIZED", "retryAfterMs", 30_001),
                failure(
                        "403 of a proxy",
                        Reply.status(403, "text/html", "<html>"),
                        "UPSTREAM_UNAUTHORIZED",
                        "retryAfterMs",
                        30_001),
                failure("429", status(429, ""), "RATE_LIMITED", "retryAfterMs", 2_001),
                failure(
                        "466",
                        status(466, "{\"description\":\"70000001001@c.us\"}"),
                        "QUOTA_EXCEEDED",
                        "retryAt",
                        null),
                failure(
                        "starting",
                        Reply.refusal(400, "instance in starting process try later"),
                        "ACCOUNT_NOT_READY",
                        "reason",
                        "STARTING"),
                failure(
                        "logged out",
                        Reply.refusal(400, "instance account not authorized"),
                        "ACCOUNT_NOT_READY",
                        "reason",
                        "NOT_AUTHORIZED"),
                failure(
                        "unpaid",
                        Reply.refusal(400, "Instance account is expired. Please pay"),
                        "ACCOUNT_NOT_READY",
                        "reason",
                        "EXPIRED"),
                failure("gone", Reply.refusal(400, "Instance is deleted"), "ACCOUNT_NOT_READY", "reason", "DELETED"),
                failure(
                        "error in 200",
                        Reply.json("{\"message\":\"Instance is deleted\"}"),
                        "ACCOUNT_NOT_READY",
                        "reason",
                        "DELETED"),
                failure(
                        "argument",
                        Reply.refusal(400, "Validation failed. Details: 'minutes' must be"),
                        "BAD_REQUEST",
                        "argument",
                        "arguments"),
                failure("another 400", Reply.refusal(400, "nobody knows"), "UPSTREAM_INVALID_RESPONSE"),
                failure("404", Reply.refusal(404, "Not Found"), "UPSTREAM_INVALID_RESPONSE"),
                failure("redirect", Reply.redirect(), "UPSTREAM_INVALID_RESPONSE"),
                failure("500", Reply.refusal(500, "Internal server error"), "UPSTREAM_UNAVAILABLE"),
                failure("503", Reply.status(503, "text/html", "<html>"), "UPSTREAM_UNAVAILABLE"),
                failure("reset", Reply.reset(), "UPSTREAM_UNAVAILABLE"),
                failure("cut", Reply.cut(), "UPSTREAM_UNAVAILABLE"),
                failure("504", Reply.status(504, "text/html", "<html>"), "UPSTREAM_TIMEOUT"),
                failure("hang", Reply.hang(), "UPSTREAM_TIMEOUT"),
                failure("bare text", Reply.json("\"Error: item-not-found\""), "UPSTREAM_INVALID_RESPONSE"),
                failure("no JSON", Reply.json("[{\"a\":1 \"b\":2}]"), "UPSTREAM_INVALID_RESPONSE"),
                failure("nothing", Reply.json(""), "UPSTREAM_INVALID_RESPONSE"),
                failure("a page", Reply.status(200, "text/html", "<html>"), "UPSTREAM_INVALID_RESPONSE"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void tellsItsCodeAndKeepsTheSiblings(String name, Reply reply, String code, Map<String, Object> details) {
        UpstreamAccount account = upstream.whatsapp().on("lastIncomingMessages", reply);

        ValidatableResponse answer = ask(account, QUERY);

        assertEquals(
                Set.of("lastIncomingMessages?minutes=1440", "getIncomingStatuses?minutes=1440"),
                Set.copyOf(account.takeCalls()));
        failed(answer, code)
                .body("errors[0].path", contains("account", "messages"))
                .body("errors[0].message", notNullValue())
                .body("data.account.name", equalTo(account.name()))
                .body("data.account.messages", nullValue())
                .body("data.account.statuses.totalCount", equalTo(0));
        details.forEach((key, value) ->
                answer.body("errors[0].extensions." + key, value == null ? notNullValue() : equalTo(value)));
    }

    @ParameterizedTest
    @CsvSource({"401, UPSTREAM_UNAUTHORIZED, PT30S", "429, RATE_LIMITED, PT1.05S", "466, QUOTA_EXCEEDED, PT10M"})
    void asksNoSoonerThanItSaid(int status, String code, Duration pause) {
        UpstreamAccount account = upstream.whatsapp().on("lastIncomingMessages", status(status, ""));
        failed(ask(account, QUERY), code);
        account.takeCalls();

        clock.advance(
                pause.minusMillis(1).compareTo(Duration.ofSeconds(5)) > 0 ? pause.minusSeconds(6) : Duration.ZERO);
        if (status != 429) {
            failed(ask(account, QUERY), code);
            assertFalse(account.takeCalls().contains("lastIncomingMessages?minutes=1440"), "within the pause");
        }

        clock.advance(Duration.ofSeconds(6));
        account.incoming();
        succeeded(ask(account, "messages(filter: {direction: INCOMING}) { totalCount }"));
        assertEquals(List.of("lastIncomingMessages?minutes=1440"), account.takeCalls());
    }

    @Test
    void saysWhenTheQuotaIsAskedForAgain() {
        UpstreamAccount account = upstream.whatsapp().on("lastIncomingMessages", status(466, "{}"));

        failed(ask(account, QUERY), "QUOTA_EXCEEDED")
                .body(
                        "errors[0].extensions.retryAt",
                        equalTo(clock.instant().plusSeconds(600).toString()));
    }

    @Test
    void isOpaqueAboutWhatNobodyExpected() {
        UpstreamAccount account = upstream.whatsapp();
        clock.breakWith(new IllegalStateException("inner text with 70000001001"));

        ValidatableResponse answer;
        try {
            answer = ask(account, "name messages { totalCount }");
        } finally {
            clock.repair();
        }

        assertEquals(List.of(), account.takeCalls());
        failed(answer, "INTERNAL")
                .body("errors[0].message", equalTo("Something unexpected happened."))
                .body("errors[0].extensions.retryable", equalTo(false))
                .body("data.account.name", equalTo(account.name()));
        assertFalse(answer.extract().asString().contains("70000001001"));
        clock.advance(Duration.ofSeconds(2));
        succeeded(ask(account, "messages { totalCount }"));
    }

    private static Reply status(int status, String body) {
        return Reply.status(status, "application/json", body);
    }

    private static Arguments failure(String name, Reply reply, String code) {
        return Arguments.of(name, reply, code, Map.of());
    }

    private static Arguments failure(String name, Reply reply, String code, String detail, Object value) {
        Map<String, Object> details = new HashMap<>();
        details.put(detail, value);
        return Arguments.of(name, reply, code, details);
    }
}
