package dev.greengraph.upstream.call;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.greengraph.account.Account;
import dev.greengraph.testsupport.Samples;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.failure.UpstreamFailure.AccountNotReady;
import dev.greengraph.upstream.failure.UpstreamFailure.ArgumentRefused;
import dev.greengraph.upstream.failure.UpstreamFailure.InvalidResponse;
import dev.greengraph.upstream.failure.UpstreamFailure.MessageNotFound;
import dev.greengraph.upstream.failure.UpstreamFailure.NotReady;
import dev.greengraph.upstream.failure.UpstreamFailure.QuotaExceeded;
import dev.greengraph.upstream.failure.UpstreamFailure.RateLimited;
import dev.greengraph.upstream.failure.UpstreamFailure.StatusesNotEnabled;
import dev.greengraph.upstream.failure.UpstreamFailure.TimedOut;
import dev.greengraph.upstream.failure.UpstreamFailure.Unauthorized;
import dev.greengraph.upstream.failure.UpstreamFailure.Unavailable;
import dev.greengraph.upstream.shape.LastMinutes;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole answers that are failures: each is named, after one request. */
@QuarkusTest
class RefusalTest {

    @RegisterExtension
    static final WireMockExtension UPSTREAM = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @Inject
    Vertx vertx;

    private Clients clients;
    private Account account;

    @BeforeEach
    void start() {
        clients = new Clients(vertx, Limits.ORDINARY);
        account = Clients.whatsapp(UPSTREAM.baseUrl());
    }

    // I-33: an empty body that calls itself JSON
    @ParameterizedTest
    @FieldSource("dev.greengraph.upstream.endpoint.EndpointTable#ALL")
    void aWrongTokenIsUnauthorized(UpstreamEndpoint endpoint) {
        answer(401, "application/json", "");

        assertFails(Unauthorized.class, endpoint);
    }

    // I-33
    @ParameterizedTest
    @FieldSource("dev.greengraph.upstream.endpoint.EndpointTable#ALL")
    void aProxysPageIsUnauthorized(UpstreamEndpoint endpoint) {
        answer(403, "text/html", "<html><body>403 Forbidden " + Clients.TOKEN + "</body></html>");

        assertFails(Unauthorized.class, endpoint);
    }

    @Test
    void aForbiddenBetaIsNotEnabled() {
        answer(403, "application/json", "Forbidden");

        assertFails(StatusesNotEnabled.class, EndpointTable.GET_INCOMING_STATUSES.endpoint());
    }

    @Test
    void anUnknownMethodIsInvalidExceptForStatuses() {
        answer(404, "text/plain", "Cannot GET /waInstance7103000001/x/" + Clients.TOKEN);

        assertFails(InvalidResponse.class, EndpointTable.GET_CHAT_HISTORY.endpoint());
        UPSTREAM.resetRequests();
        assertFails(StatusesNotEnabled.class, EndpointTable.GET_INCOMING_STATUSES.endpoint());
    }

    // I-33
    @ParameterizedTest
    @FieldSource("dev.greengraph.upstream.endpoint.EndpointTable#ALL")
    void anEmptyTooManyRequestsIsRateLimited(UpstreamEndpoint endpoint) {
        answer(429, "application/json", "");

        assertFails(RateLimited.class, endpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"466-method-quota", "466-correspondents"})
    void aUsedUpQuotaIsExceeded(String sample) {
        answer(466, "application/json", sample(sample));

        assertFails(QuotaExceeded.class, EndpointTable.LAST_INCOMING_MESSAGES.endpoint());
    }

    @ParameterizedTest
    @ValueSource(ints = {499, 500, 502, 503})
    void aBrokenUpstreamIsUnavailable(int status) {
        answer(status, "text/html", "<html>" + Clients.TOKEN + "</html>");

        assertFails(Unavailable.class, EndpointTable.GET_CHAT_HISTORY.endpoint());
    }

    @Test
    void aProxyWithoutAnswerIsTimedOut() {
        answer(504, "text/html", "<html></html>");

        assertFails(TimedOut.class, EndpointTable.GET_CHAT_HISTORY.endpoint());
    }

    // I-33: the body repeats the token
    @Test
    void refusedArgumentsAreNamed() {
        answer(400, "application/json", sample("400-validation"));
        assertEquals(
                "chatId",
                assertFails(ArgumentRefused.class, EndpointTable.GET_CHAT_HISTORY.endpoint())
                        .argument());
        UPSTREAM.resetRequests();
        answer(400, "application/json", sample("400-message-id-too-short"));
        assertEquals(
                "messageId",
                assertFails(ArgumentRefused.class, EndpointTable.GET_MESSAGE.endpoint())
                        .argument());
    }

    @Test
    void anUnknownMessageIsNotFound() {
        answer(400, "application/json", sample("400-message-not-found"));

        assertFails(MessageNotFound.class, EndpointTable.GET_MESSAGE.endpoint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html></html>", "Bad Request", "[]", "\"no\"", "{}", "{\"message\": {\"a\": 1}}"})
    void anotherBadRequestIsInvalid(String body) {
        answer(400, "application/json", body);

        assertFails(InvalidResponse.class, EndpointTable.LAST_OUTGOING_MESSAGES.endpoint());
    }

    // I-33: a bare text, an error with 200, a proxy's page, nothing
    @ParameterizedTest
    @ValueSource(strings = {"", "null", "5", "\"Error: item-not-found\"", "<html></html>", "{}", "[", "[]]", "[1,,2]"})
    void anotherContentIsInvalid(String body) {
        answer(200, body.startsWith("<") ? "text/html" : "application/json", body);

        for (UpstreamEndpoint endpoint : EndpointTable.ALL) {
            UPSTREAM.resetRequests();
            assertFails(InvalidResponse.class, endpoint);
        }
    }

    @Test
    void aListIsNoMessage() {
        answer(200, "application/json", "[]");

        assertFails(InvalidResponse.class, EndpointTable.GET_MESSAGE.endpoint());
    }

    @Test
    void anErrorWithStatus200IsNamed() {
        answer(200, "application/json", "{\"message\": \"Instance account is expired. " + Clients.TOKEN + "\"}");

        assertEquals(
                NotReady.EXPIRED,
                assertFails(AccountNotReady.class, EndpointTable.LAST_INCOMING_MESSAGES.endpoint())
                        .reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html", "application/octet-stream"})
    void aListIsReadWhateverItsTypeSays(String contentType) {
        answer(200, contentType, "[]");

        assertEquals(
                0,
                Clients.answer(clients.ask(account, EndpointTable.LAST_INCOMING_MESSAGES, new LastMinutes(60)))
                        .entries());
    }

    @ParameterizedTest
    @FieldSource("dev.greengraph.upstream.endpoint.EndpointTable#ALL")
    void aTypeThatIsNoneIsInvalid(UpstreamEndpoint endpoint) {
        answer(200, "nonsense " + Clients.TOKEN, "[]");

        assertFails(InvalidResponse.class, endpoint);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        UPSTREAM.stubFor(any(anyUrl())
                .willReturn(aResponse().withStatus(status).withHeader("Location", UPSTREAM.baseUrl() + "/elsewhere")));

        for (UpstreamEndpoint endpoint : EndpointTable.ALL) {
            UPSTREAM.resetRequests();
            assertFails(InvalidResponse.class, endpoint);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 204, 206, 418, 469})
    void anUnexpectedStatusIsInvalid(int status) {
        answer(status, "application/json", status == 204 ? "" : "[]");

        assertFails(InvalidResponse.class, EndpointTable.LAST_INCOMING_MESSAGES.endpoint());
    }

    private <T extends UpstreamFailure> T assertFails(Class<T> expected, UpstreamEndpoint endpoint) {
        UpstreamFailure failure = clients.failure(endpoint, account);
        assertEquals(1, UPSTREAM.getAllServeEvents().size());
        return assertInstanceOf(expected, failure);
    }

    private static void answer(int status, String contentType, String body) {
        ResponseDefinitionBuilder response = aResponse().withStatus(status).withHeader("Content-Type", contentType);
        UPSTREAM.stubFor(any(anyUrl()).willReturn(body.isEmpty() ? response : response.withBody(body)));
    }

    private static String sample(String name) {
        return new String(Samples.bytes("errors/" + name), StandardCharsets.UTF_8);
    }
}
