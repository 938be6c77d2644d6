package dev.greengraph.upstream.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.greengraph.account.Account;
import dev.greengraph.account.AccountId;
import dev.greengraph.account.Messenger;
import dev.greengraph.account.Secret;
import dev.greengraph.observe.UpstreamMetrics;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.UpstreamClient;
import dev.greengraph.upstream.UpstreamConfig;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.UpstreamRequest;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.endpoint.NewestInChat;
import dev.greengraph.upstream.endpoint.OneMessage;
import dev.greengraph.upstream.endpoint.OneStatus;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.shape.LastMinutes;
import dev.greengraph.upstream.shape.OneChat;
import dev.greengraph.upstream.shape.WholeAccount;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** The client under test, asking for an account whose token no failure may show. */
public final class Clients {

    public static final String TOKEN = "canary0123456789abcdef0123456789abcdef";

    /** Long enough for a busy machine; no test waits for it to pass. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final ChatId CHAT = new ChatId("70000001001@c.us");

    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final UpstreamClient upstream;

    public Clients(Vertx vertx, UpstreamConfig limits) {
        upstream = new HttpUpstreamClient(
                new RestClients(limits, vertx, new UpstreamMetrics(metrics)), new AnswerReaders(vertx));
    }

    public static Account whatsapp(String address) {
        return account("7103000001", address, Messenger.WHATSAPP);
    }

    public static Account max(String address) {
        return account("310000000001", address, Messenger.MAX);
    }

    private static Account account(String idInstance, String address, Messenger messenger) {
        return new Account(new AccountId("main"), idInstance, new Secret(TOKEN), URI.create(address), messenger);
    }

    /** Any request to any endpoint. */
    public <Q extends UpstreamRequest, A> Uni<A> ask(Account account, EndpointDefinition<?, Q, A> endpoint, Q request) {
        return upstream.call(account, endpoint, request, CallListener.NONE);
    }

    /** A usual request to that endpoint. */
    Uni<?> ask(UpstreamEndpoint endpoint, Account account, CallListener listener) {
        return Stream.of(
                        upstream.call(account, EndpointTable.GET_CHAT_HISTORY, new NewestInChat(CHAT, 10), listener),
                        upstream.call(
                                account,
                                EndpointTable.GET_MESSAGE,
                                new OneMessage(CHAT, new MessageId("3A000000000000000013")),
                                listener),
                        upstream.call(account, EndpointTable.LAST_INCOMING_MESSAGES, new LastMinutes(60), listener),
                        upstream.call(account, EndpointTable.LAST_OUTGOING_MESSAGES, new LastMinutes(60), listener),
                        upstream.call(account, EndpointTable.GET_INCOMING_STATUSES, new LastMinutes(60), listener),
                        upstream.call(account, EndpointTable.GET_STATE_INSTANCE, new WholeAccount(), listener),
                        upstream.call(account, EndpointTable.GET_CHATS, new WholeAccount(), listener),
                        upstream.call(account, EndpointTable.GET_AVATAR, new OneChat(CHAT), listener),
                        upstream.call(account, EndpointTable.LAST_INCOMING_CALLS, new LastMinutes(60), listener),
                        upstream.call(account, EndpointTable.LAST_OUTGOING_CALLS, new LastMinutes(60), listener),
                        upstream.call(account, EndpointTable.GET_SETTINGS, new WholeAccount(), listener),
                        upstream.call(account, EndpointTable.GET_ACCOUNT_SETTINGS, new WholeAccount(), listener),
                        upstream.call(account, EndpointTable.SHOW_MESSAGES_QUEUE, new WholeAccount(), listener),
                        upstream.call(account, EndpointTable.GET_GROUP_DATA, new OneChat(CHAT), listener),
                        upstream.call(account, EndpointTable.GET_OUTGOING_STATUSES, new LastMinutes(60), listener),
                        upstream.call(
                                account,
                                EndpointTable.GET_STATUS_STATISTIC,
                                new OneStatus(new MessageId("BAE500000000D001")),
                                listener),
                        upstream.call(account, EndpointTable.GET_CONTACTS, new WholeAccount(), listener),
                        upstream.call(account, EndpointTable.GET_CONTACT_INFO, new OneChat(CHAT), listener),
                        upstream.call(
                                account,
                                EndpointTable.DOWNLOAD_FILE,
                                new OneMessage(CHAT, new MessageId("3A000000000000000013")),
                                listener))
                .toList()
                .get(EndpointTable.ALL.indexOf(endpoint));
    }

    /** What incoming messages with that body are read as. */
    Object readAgain(String body) {
        return answer(upstream.read(
                EndpointTable.LAST_INCOMING_MESSAGES,
                new LastMinutes(60),
                () -> body.getBytes(StandardCharsets.UTF_8)));
    }

    public static <T> T answer(Uni<T> question) {
        return question.await().atMost(PATIENCE);
    }

    /** How the question fails: with a failure that is named, has no cause and shows neither token nor address. */
    UpstreamFailure failure(UpstreamEndpoint endpoint, Account account) {
        return failure(endpoint, account, CallListener.NONE);
    }

    /** The same, watched. */
    UpstreamFailure failure(UpstreamEndpoint endpoint, Account account, CallListener watch) {
        Object outcome = ask(endpoint, account, watch)
                .<Object>map(answer -> answer)
                .onFailure()
                .recoverWithItem(thrown -> thrown)
                .await()
                .atMost(PATIENCE);
        UpstreamFailure failure = assertInstanceOf(UpstreamFailure.class, outcome);
        assertEquals(endpoint, failure.endpoint());
        assertNull(failure.getCause());
        assertEquals(0, failure.getStackTrace().length);
        assertEquals(0, failure.getSuppressed().length);
        assertShowsNothing(failure.getMessage(), account);
        assertShowsNothing(failure.toString(), account);
        return failure;
    }

    private static void assertShowsNothing(String text, Account account) {
        String shown = text.toLowerCase(Locale.ROOT);
        assertFalse(shown.contains("canary"), text);
        assertFalse(shown.contains("deadbeef"), text);
        assertFalse(shown.contains("70000001001"), text);
        assertFalse(shown.contains(account.idInstance()), text);
        assertFalse(shown.contains("waInstance".toLowerCase(Locale.ROOT)), text);
        assertFalse(shown.contains("http"), text);
        assertFalse(shown.contains(account.apiUrl().getAuthority()), text);
    }
}
