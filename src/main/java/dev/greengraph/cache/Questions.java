package dev.greengraph.cache;

import dev.greengraph.account.Account;
import dev.greengraph.account.Messenger;
import dev.greengraph.cache.freshness.FreshnessDemand;
import dev.greengraph.cache.freshness.FreshnessRule;
import dev.greengraph.cache.freshness.FreshnessRules;
import dev.greengraph.cache.notified.NotifiedJournal;
import dev.greengraph.cache.notified.NotifiedJournals;
import dev.greengraph.cache.question.Increment;
import dev.greengraph.cache.question.Question;
import dev.greengraph.cache.question.Question.Terms;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.cache.shared.KeptAnswer;
import dev.greengraph.cache.shared.SharedAnswer;
import dev.greengraph.cache.window.SendTimes;
import dev.greengraph.cache.window.Window;
import dev.greengraph.cache.window.WindowSizes;
import dev.greengraph.gate.EndpointGate;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.EndpointDefinition;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.UpstreamClient;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.UpstreamRequest;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.endpoint.NewestInChat;
import dev.greengraph.upstream.endpoint.OneMessage;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.row.Rows;
import dev.greengraph.upstream.row.SingleRow;
import dev.greengraph.upstream.shape.LastMinutes;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * What can be asked about the messages of one account, each question with its name, its rule and its way to the upstream.
 * {@link DetailQuestions} has the others.
 */
public final class Questions {

    private final Account account;
    private final UpstreamClient upstream;
    private final Map<UpstreamEndpoint, EndpointGate> gates;
    private final FreshnessRules rules;
    private final Duration patience;
    private final SendTimes sendTimes;
    private final NotifiedJournals notified;
    private final FreshnessDemand demand;

    /** Questions about that account. */
    public Questions(
            Account account,
            UpstreamClient upstream,
            Map<UpstreamEndpoint, EndpointGate> gates,
            FreshnessRules rules,
            Duration patience,
            SendTimes sendTimes,
            NotifiedJournals notified) {
        this(account, upstream, Map.copyOf(gates), rules, patience, sendTimes, notified, FreshnessDemand.USUAL);
    }

    private Questions(
            Account account,
            UpstreamClient upstream,
            Map<UpstreamEndpoint, EndpointGate> gates,
            FreshnessRules rules,
            Duration patience,
            SendTimes sendTimes,
            NotifiedJournals notified,
            FreshnessDemand demand) {
        this.account = account;
        this.upstream = upstream;
        this.gates = gates;
        this.rules = rules;
        this.patience = patience;
        this.sendTimes = sendTimes;
        this.notified = notified;
        this.demand = demand;
    }

    /** The same questions of a caller with that demand. */
    Questions demanding(FreshnessDemand wanted) {
        return new Questions(account, upstream, gates, rules.demanding(wanted), patience, sendTimes, notified, wanted);
    }

    /** What their caller demands. */
    FreshnessDemand demand() {
        return demand;
    }

    Question<Window> incoming(int minutes) {
        return journal(EndpointTable.LAST_INCOMING_MESSAGES, minutes);
    }

    Question<Window> outgoing(int minutes) {
        return journal(EndpointTable.LAST_OUTGOING_MESSAGES, minutes);
    }

    private <R> Question<Window> journal(EndpointDefinition<R, LastMinutes, Rows> definition, int minutes) {
        int limit = account.messenger() == Messenger.MAX ? WindowSizes.MOST_ENTRIES_ON_MAX : WindowSizes.MOST_ENTRIES;
        NotifiedJournal told = told(definition.endpoint());
        Question<Window> whole =
                window(definition, new LastMinutes(minutes), rows -> told.answered(Window.ofJournal(rows, limit)));
        FreshnessRule rule = rules.of(definition.endpoint());
        Question<Window> believed = demand.maxAge() == null ? whole.believed(answer -> told.rule(rule)) : whole;
        return believed.continuedBy((last, now) -> {
            Instant wholeAt = last.value().wholeAt().orElse(last.fetchedAt());
            OptionalInt part = rules.journals().part(minutes, last.value().entries(), last.fetchedAt(), wholeAt, now);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            LastMinutes asked = new LastMinutes(part.getAsInt());
            Instant begin = now.minus(Duration.ofMinutes(minutes));
            return Optional.of(new Increment.Part<>(
                    asked.window(),
                    listener -> upstream.call(account, definition, asked, listener)
                            .map(rows -> told.answered(last.value()
                                    .continuedBy(sendTimes.settled(account.id(), rows), limit, wholeAt, begin)))));
        });
    }

    private NotifiedJournal told(UpstreamEndpoint endpoint) {
        return notified.of(account.id(), endpoint.equals(EndpointTable.LAST_OUTGOING_MESSAGES.endpoint()));
    }

    /** What is held of the journals is shown with what notifications told of them since. */
    void showNotified(RevalidatingCache cache) {
        for (UpstreamEndpoint endpoint : List.of(
                EndpointTable.LAST_INCOMING_MESSAGES.endpoint(), EndpointTable.LAST_OUTGOING_MESSAGES.endpoint())) {
            NotifiedJournal told = told(endpoint);
            WindowSizes.MINUTES.forEach(minutes ->
                    cache.amend(key(endpoint, new LastMinutes(minutes)), Instant.MIN, told::with, Window::bytes));
        }
    }

    Question<Window> statuses(int minutes) {
        return window(EndpointTable.GET_INCOMING_STATUSES, new LastMinutes(minutes), Window::of);
    }

    Question<Window> history(ChatId chat, int count) {
        return window(
                EndpointTable.GET_CHAT_HISTORY,
                new NewestInChat(chat, count),
                (Rows answer) -> Window.of(answer, count));
    }

    /** The arguments of the questions to an endpoint about which a cache keeps something. */
    Stream<List<String>> asked(UpstreamEndpoint endpoint, RevalidatingCache cache) {
        return cache.asked(account.id(), endpoint).map(QuestionKey::arguments);
    }

    Question<Optional<SingleRow>> message(ChatId chat, MessageId message) {
        FreshnessRule notFound = new FreshnessRule(rules.notFoundFor(), rules.notFoundFor());
        FreshnessRule found = messageRule();
        OneMessage request = new OneMessage(chat, message);
        UpstreamEndpoint endpoint = EndpointTable.GET_MESSAGE.endpoint();
        return new Question<>(
                key(endpoint, request),
                request.window(),
                new Terms<>(
                        row -> row.isPresent() ? found : notFound,
                        found.freshFor(),
                        rules.notFoundFor(),
                        patience,
                        demand),
                gate(endpoint),
                listener -> orNone(upstream.call(account, EndpointTable.GET_MESSAGE, request, listener)),
                shared -> orNone(reread(EndpointTable.GET_MESSAGE, request, shared)),
                row -> Window.MEMORY_PER_BYTE * row.map(SingleRow::bytes).orElse(0));
    }

    private Uni<Optional<SingleRow>> orNone(Uni<SingleRow> message) {
        return message.map(single ->
                        Optional.of(new SingleRow(sendTimes.settled(account.id(), single.row()), single.bytes())))
                .onFailure(UpstreamFailure.MessageNotFound.class)
                .recoverWithItem(Optional.empty());
    }

    private <Q extends UpstreamRequest, A> Uni<A> reread(
            EndpointDefinition<?, Q, A> definition, Q request, KeptAnswer kept) {
        return upstream.read(definition, request, () -> {
            SharedAnswer answer = kept.read();
            if (answer instanceof SharedAnswer.Negative negative) {
                throw negative.what().failure(definition.endpoint());
            }
            return ((SharedAnswer.Body) answer).bytes();
        });
    }

    /** How long a single message is believed, also one that came in a window. */
    FreshnessRule messageRule() {
        return rules.of(EndpointTable.GET_MESSAGE.endpoint());
    }

    EndpointGate gate(UpstreamEndpoint endpoint) {
        return Objects.requireNonNull(gates.get(endpoint));
    }

    private <R, Q extends UpstreamRequest> Question<Window> window(
            EndpointDefinition<R, Q, Rows> definition, Q request, Function<Rows, Window> window) {
        return question(
                definition, request, rows -> window.apply(sendTimes.settled(account.id(), rows)), Window::bytes);
    }

    /**
     * A question to any endpoint.
     *
     * @param kept makes what is kept of what was answered
     * @param bytes estimates the size in memory of what is kept
     */
    <R, Q extends UpstreamRequest, A, V> Question<V> question(
            EndpointDefinition<R, Q, A> definition, Q request, Function<A, V> kept, ToIntFunction<V> bytes) {
        UpstreamEndpoint endpoint = definition.endpoint();
        FreshnessRule rule = rules.of(endpoint);
        return new Question<>(
                key(endpoint, request),
                request.window(),
                new Terms<>(answer -> rule, rule.freshFor(), rules.notFoundFor(), patience, demand),
                gate(endpoint),
                listener ->
                        upstream.call(account, definition, request, listener).map(kept),
                shared -> reread(definition, request, shared).map(kept),
                bytes);
    }

    private QuestionKey key(UpstreamEndpoint endpoint, UpstreamRequest request) {
        return new QuestionKey(account.id(), endpoint, request.arguments());
    }
}
