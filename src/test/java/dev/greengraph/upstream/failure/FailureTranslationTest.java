package dev.greengraph.upstream.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.greengraph.testsupport.Samples;
import dev.greengraph.upstream.call.Clients;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.failure.UpstreamFailure.AccountNotReady;
import dev.greengraph.upstream.failure.UpstreamFailure.ArgumentRefused;
import dev.greengraph.upstream.failure.UpstreamFailure.InvalidResponse;
import dev.greengraph.upstream.failure.UpstreamFailure.MessageNotFound;
import dev.greengraph.upstream.failure.UpstreamFailure.NotReady;
import dev.greengraph.upstream.failure.UpstreamFailure.StatusesNotEnabled;
import dev.greengraph.upstream.failure.UpstreamFailure.TimedOut;
import dev.greengraph.upstream.failure.UpstreamFailure.Unauthorized;
import dev.greengraph.upstream.failure.UpstreamFailure.Unavailable;
import dev.greengraph.upstream.row.RowReader;
import io.vertx.core.http.StreamResetException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each status and each message of the upstream manual, section errors, has its failure. */
class FailureTranslationTest {

    private final FailureTranslation failures = new FailureTranslation(EndpointTable.GET_MESSAGE.endpoint());

    @ParameterizedTest
    @CsvSource({
        "401, Unauthorized",
        "403, Unauthorized",
        "404, InvalidResponse",
        "408, TimedOut",
        "418, InvalidResponse",
        "429, RateLimited",
        "466, QuotaExceeded",
        "469, InvalidResponse",
        "499, Unavailable",
        "500, Unavailable",
        "502, Unavailable",
        "503, Unavailable",
        "504, TimedOut",
        "599, Unavailable",
        "204, InvalidResponse",
        "302, InvalidResponse",
    })
    void aStatusHasItsFailure(int status, String failure) {
        assertEquals(
                failure, failures.ofStatus(status, null, new byte[0]).getClass().getSimpleName());
    }

    @ParameterizedTest
    @CsvSource({
        "instance in starting process try later, STARTING",
        "instance account not authorized, NOT_AUTHORIZED",
        "instance is starting or not authorized, NOT_AUTHORIZED",
        "Instance account is expired. Please pay, EXPIRED",
        "Instance is deleted, DELETED",
    })
    void anAccountSaysWhyItIsNotReady(String message, NotReady reason) {
        AccountNotReady failure = assertInstanceOf(AccountNotReady.class, badRequest(message));

        assertEquals(reason, failure.reason());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Validation failed. Details: 'chatId' is required | chatId",
                "Validation failed. Details: 'chatId' must be one of the next formats: 'phone_number@c.us' | chatId",
                "Validation failed. Details: 'idMessage' is not allowed to be empty | messageId",
                "Validation failed. Details: 'message id' must be at least 16 symbols | messageId",
                "Validation failed. Details: 'count' must be a number | arguments",
                "bad request data | arguments",
                "Bad Request Validation failed | arguments",
            },
            quoteCharacter = '~')
    void aRefusedArgumentIsNamed(String message, String argument) {
        ArgumentRefused failure = assertInstanceOf(ArgumentRefused.class, badRequest(message));

        assertEquals(argument, failure.argument());
    }

    @ParameterizedTest
    @CsvSource({
        "chatId not found, ChatNotFound",
        "Message not found by id '2755235290043', MessageNotFound",
        "You have used up the chat limit on your tariff, QuotaExceeded",
        "cannot use polling while a custom webhook url is set, InvalidResponse",
        "Unexpected token x in JSON at position 3, InvalidResponse",
        "'', InvalidResponse",
    })
    void anotherMessageHasItsFailure(String message, String failure) {
        assertEquals(failure, badRequest(message).getClass().getSimpleName());
    }

    /** The message repeats what the caller asked for: that must not be taken for the account's state. */
    @ParameterizedTest
    @ValueSource(strings = {"expired-expired-expired", "starting.starting", "chat-limit-on-your-tariff"})
    void anIdIsNoState(String id) {
        assertInstanceOf(MessageNotFound.class, badRequest("Message not found by id '" + id + "'"));
    }

    // I-33
    @ParameterizedTest
    @CsvSource({
        "400-message-id-too-short, ArgumentRefused",
        "400-message-not-found, MessageNotFound",
        "400-polling-refused, InvalidResponse",
        "400-validation, ArgumentRefused",
    })
    void aSampleHasItsFailureAndKeepsItsToken(String sample, String expected) {
        UpstreamFailure failure = failures.ofStatus(400, null, Samples.bytes("errors/" + sample));

        assertEquals(expected, failure.getClass().getSimpleName());
        assertFalse(failure.toString().contains("deadbeef"), failure.toString());
        assertFalse(failure.toString().contains("7103000001"), failure.toString());
    }

    @Test
    void statusesMayNotBeEnabled() {
        FailureTranslation statuses = new FailureTranslation(EndpointTable.GET_INCOMING_STATUSES.endpoint());

        assertInstanceOf(StatusesNotEnabled.class, statuses.ofStatus(403, null, new byte[0]));
        assertInstanceOf(
                StatusesNotEnabled.class, statuses.ofStatus(403, MediaType.APPLICATION_JSON_TYPE, utf8("Forbidden")));
        assertInstanceOf(Unauthorized.class, statuses.ofStatus(403, MediaType.TEXT_HTML_TYPE, utf8("<html>")));
        assertInstanceOf(StatusesNotEnabled.class, statuses.ofStatus(404, null, new byte[0]));
    }

    @Test
    void aBareTextWithStatus200IsInvalid() {
        byte[] body = Samples.bytes("errors/200-bare-text");

        UpstreamFailure failure = failures.ofContent(RowReader.tree(body), "an entry");

        assertInstanceOf(InvalidResponse.class, failure);
        assertEquals("getMessage: invalid answer, not an entry", failure.getMessage());
    }

    @Test
    void whatTheGatewayEndedSaysWhy() {
        assertInstanceOf(InvalidResponse.class, failures.ofAbort(AbortReason.TOO_LARGE));
        assertInstanceOf(TimedOut.class, failures.ofAbort(AbortReason.OUT_OF_TIME));
        assertInstanceOf(Unavailable.class, failures.ofAbort(AbortReason.TOO_LATE));
    }

    /** Every method of the account answers so: it is no matter of the method that was asked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\": \"Instance not found\"}",
                "{\"statusCode\": 404, \"message\": \"idInstance 7103000001 does not exist\"}",
                "\"Instance not found\"",
                "instance 7103000001 not found",
            })
    void anInstanceThatIsNotFoundIsUnauthorized(String body) {
        FailureTranslation statuses = new FailureTranslation(EndpointTable.GET_INCOMING_STATUSES.endpoint());

        assertInstanceOf(Unauthorized.class, failures.ofStatus(404, null, utf8(body)));
        assertInstanceOf(Unauthorized.class, statuses.ofStatus(404, null, utf8(body)));
        assertInstanceOf(Unauthorized.class, statuses.ofStatus(404, MediaType.TEXT_HTML_TYPE, utf8("<html>")));
    }

    @Test
    void aDeletedInstanceIsNotReadyWhateverTheStatus() {
        assertInstanceOf(
                AccountNotReady.class, failures.ofStatus(404, null, utf8("{\"message\": \"Instance is deleted\"}")));
    }

    @ParameterizedTest
    @CsvSource({"chatId not found, ChatNotFound", "Message not found by id 'instance not found', MessageNotFound"})
    void whatIsNotFoundByStatusIsNamedToo(String message, String failure) {
        byte[] body = utf8("{\"statusCode\": 404, \"message\": \"" + message + "\"}");

        assertEquals(failure, failures.ofStatus(404, null, body).getClass().getSimpleName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\": \"Cannot GET /waInstance7103000001/x/not found\"}",
                "Cannot POST /waInstance7103000001/getMessage/x",
                ""
            })
    void anUnknownMethodIsInvalid(String body) {
        assertInstanceOf(InvalidResponse.class, failures.ofStatus(404, null, utf8(body)));
    }

    @Test
    void whatTheWireThrewIsFoundInItsCauses() {
        assertInstanceOf(Unavailable.class, thrown(new StreamResetException(0)));
        assertInstanceOf(TimedOut.class, thrown(new TimeoutException()));
        assertInstanceOf(Unavailable.class, thrown(new ConnectTimeoutException()));
        assertInstanceOf(Unavailable.class, thrown(new IOException("http://host/" + Clients.TOKEN)));
    }

    @Test
    void aNamedFailureStaysAsItIs() {
        UpstreamFailure named = new TimedOut(EndpointTable.GET_MESSAGE.endpoint());

        assertSame(named, failures.ofWire(new RuntimeException(named)));
    }

    private UpstreamFailure thrown(Throwable cause) {
        UpstreamFailure failure = failures.ofWire(new RuntimeException(Clients.TOKEN, cause));
        assertNull(failure.getCause());
        assertFalse(failure.toString().contains("canary"), failure.toString());
        return failure;
    }

    private UpstreamFailure badRequest(String message) {
        return failures.ofStatus(400, null, utf8("{\"statusCode\": 400, \"message\": \"" + message + "\"}"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Netty's and Vert.x's are named so, too. */
    private static final class ConnectTimeoutException extends TimeoutException {}
}
