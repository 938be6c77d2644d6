package dev.greengraph.upstream.endpoint;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.greengraph.account.Account;
import dev.greengraph.testsupport.Samples;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.call.Clients;
import dev.greengraph.upstream.call.Limits;
import dev.greengraph.upstream.row.Rows;
import dev.greengraph.upstream.shape.LastMinutes;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each client sends: one request for one question, and nothing but what the upstream needs. */
@QuarkusTest
class RequestTest {

    @RegisterExtension
    static final WireMockExtension UPSTREAM = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final ChatId PERSON = new ChatId("70000001001@c.us");
    private static final ChatId MAX_GROUP = new ChatId("-70000000000001");

    @Inject
    Vertx vertx;

    private Clients clients;
    private Account whatsapp;
    private Account max;

    @BeforeEach
    void start() {
        clients = new Clients(vertx, Limits.ORDINARY);
        whatsapp = Clients.whatsapp(UPSTREAM.baseUrl());
        max = Clients.max(UPSTREAM.baseUrl());
    }

    @Test
    void historyIsAskedByPost() {
        answer("get-chat-history/whatsapp-group-with-every-kind");

        Rows rows = Clients.answer(clients.ask(whatsapp, EndpointTable.GET_CHAT_HISTORY, new NewestInChat(PERSON, 35)));

        assertEquals(35, rows.entries());
        assertSent(
                "POST",
                "/waInstance7103000001/getChatHistory/" + Clients.TOKEN,
                "{\"chatId\":\"70000001001@c.us\",\"count\":35}");
    }

    /** Thousands of entries take long enough to hold all others up. */
    @Test
    void anAnswerIsNotReadOnAnEventLoop() {
        answer("get-chat-history/whatsapp-group-with-every-kind");

        boolean isOnEventLoop =
                Clients.answer(clients.ask(whatsapp, EndpointTable.GET_CHAT_HISTORY, new NewestInChat(PERSON, 35))
                        .map(rows -> Context.isOnEventLoopThread()));

        assertFalse(isOnEventLoop);
    }

    // I-29: lower camel case; I-27: the id of a group stays text
    @Test
    void historyOnMaxIsAskedBelowItsVersion() {
        answer("get-chat-history/max-group");

        Rows rows = Clients.answer(clients.ask(max, EndpointTable.GET_CHAT_HISTORY, new NewestInChat(MAX_GROUP, 5000)));

        assertEquals(9, rows.entries());
        assertSent(
                "POST",
                "/v3/waInstance310000000001/getChatHistory/" + Clients.TOKEN,
                "{\"chatId\":\"-70000000000001\",\"count\":5000}");
    }

    @Test
    void aMessageIsAskedByPost() {
        answer("get-message/whatsapp-reply-to-an-edited-text");

        var row = Clients.answer(clients.ask(
                        whatsapp,
                        EndpointTable.GET_MESSAGE,
                        new OneMessage(PERSON, new MessageId("3A000000000000000013"))))
                .row();

        assertEquals("quotedMessage", row.typeMessage());
        assertSent(
                "POST",
                "/waInstance7103000001/getMessage/" + Clients.TOKEN,
                "{\"chatId\":\"70000001001@c.us\",\"idMessage\":\"3A000000000000000013\"}");
    }

    // I-26
    @Test
    void aMessageOnMaxIsAskedByItsShortId() {
        answer("get-message/max-short-id");

        var row = Clients.answer(clients.ask(
                        max,
                        EndpointTable.GET_MESSAGE,
                        new OneMessage(new ChatId("10000001"), new MessageId("2755235290043"))))
                .row();

        assertEquals("2755235290043", row.idMessage());
        assertSent(
                "POST",
                "/v3/waInstance310000000001/getMessage/" + Clients.TOKEN,
                "{\"chatId\":\"10000001\",\"idMessage\":\"2755235290043\"}");
    }

    @Test
    void incomingMessagesAreAskedByQuery() {
        answer("last-incoming-messages/whatsapp-every-kind");

        assertEquals(
                32,
                Clients.answer(clients.ask(whatsapp, EndpointTable.LAST_INCOMING_MESSAGES, new LastMinutes(43_200)))
                        .entries());
        assertSent("GET", "/waInstance7103000001/lastIncomingMessages/" + Clients.TOKEN + "?minutes=43200", "");
    }

    @Test
    void outgoingMessagesAreAskedByQuery() {
        answer("last-outgoing-messages/whatsapp-every-delivery");

        assertEquals(
                17,
                Clients.answer(clients.ask(whatsapp, EndpointTable.LAST_OUTGOING_MESSAGES, new LastMinutes(1)))
                        .entries());
        assertSent("GET", "/waInstance7103000001/lastOutgoingMessages/" + Clients.TOKEN + "?minutes=1", "");
    }

    @Test
    void statusesAreAskedByQuery() {
        answer("get-incoming-statuses/whatsapp-every-kind");

        assertEquals(
                8,
                Clients.answer(clients.ask(whatsapp, EndpointTable.GET_INCOMING_STATUSES, new LastMinutes(1440)))
                        .entries());
        assertSent("GET", "/waInstance7103000001/getIncomingStatuses/" + Clients.TOKEN + "?minutes=1440", "");
    }

    @Test
    void journalsOnMaxAreAskedBelowItsVersion() {
        answer("last-outgoing-messages/max-two-chats");

        Clients.answer(clients.ask(max, EndpointTable.LAST_OUTGOING_MESSAGES, new LastMinutes(60)));

        assertSent("GET", "/v3/waInstance310000000001/lastOutgoingMessages/" + Clients.TOKEN + "?minutes=60", "");
    }

    // I-06
    @Test
    void entriesWithoutATypeAreOfTheJournalAsked() {
        answer("last-outgoing-messages/legacy-without-type");

        assertEquals(
                "outgoing",
                Clients.answer(clients.ask(whatsapp, EndpointTable.LAST_OUTGOING_MESSAGES, new LastMinutes(60)))
                        .rows()
                        .get(0)
                        .type());
        assertEquals(
                "incoming",
                Clients.answer(clients.ask(whatsapp, EndpointTable.LAST_INCOMING_MESSAGES, new LastMinutes(60)))
                        .rows()
                        .get(0)
                        .type());
    }

    @Test
    void aQuestionIsAskedWithEverySubscription() {
        answer("get-incoming-statuses/max-none");
        Uni<Rows> question = clients.ask(whatsapp, EndpointTable.LAST_INCOMING_MESSAGES, new LastMinutes(60));
        assertEquals(0, UPSTREAM.getAllServeEvents().size());

        assertEquals(0, Clients.answer(question).entries());
        assertEquals(0, Clients.answer(question).entries());

        assertEquals(2, UPSTREAM.getAllServeEvents().size());
    }

    private static void answer(String sample) {
        UPSTREAM.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(Samples.bytes(sample))));
    }

    private static void assertSent(String verb, String url, String body) {
        assertEquals(1, UPSTREAM.getAllServeEvents().size());
        LoggedRequest request = UPSTREAM.getAllServeEvents().get(0).getRequest();
        assertEquals(verb, request.getMethod().getName());
        assertEquals(url, request.getUrl());
        assertEquals(body, request.getBodyAsString());
        Set<String> headers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        headers.addAll(request.getAllHeaderKeys());
        Set<String> allowed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        allowed.addAll(Set.of("Accept", "Accept-Encoding", "Host", "User-Agent"));
        if (!body.isEmpty()) {
            allowed.addAll(Set.of("Content-Type", "Content-Length"));
            assertEquals("application/json", request.getHeader("Content-Type"));
        }
        assertEquals(allowed, headers);
        assertEquals("application/json", request.getHeader("Accept"));
        assertEquals("gzip, deflate", request.getHeader("Accept-Encoding"));
        assertEquals("greengraph", request.getHeader("User-Agent"));
    }
}
