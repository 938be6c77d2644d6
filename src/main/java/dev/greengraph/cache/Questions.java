package dev.greengraph.cache;

import dev.greengraph.account.Account;
import dev.greengraph.cache.Question.Terms;
import dev.greengraph.cache.freshness.FreshnessRule;
import dev.greengraph.cache.freshness.FreshnessRules;
import dev.greengraph.cache.window.Window;
import dev.greengraph.gate.EndpointGate;
import dev.greengraph.gate.UpstreamCall;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.row.Rows;
import dev.greengraph.upstream.row.SingleRow;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be asked about one account, each question with its name, its rule and its way to the upstream. */
public final class Questions {

    private final Account account;
    private final UpstreamCalls upstream;
    private final Map<UpstreamEndpoint, EndpointGate> gates;
    private final FreshnessRules rules;
    private final Duration patience;

    /** Questions about that account. */
    public Questions(
            Account account,
            UpstreamCalls upstream,
            Map<UpstreamEndpoint, EndpointGate> gates,
            FreshnessRules rules,
            Duration patience) {
        this.account = account;
        this.upstream = upstream;
        this.gates = Map.copyOf(gates);
        this.rules = rules;
        this.patience = patience;
    }

    Question<Window> incoming(int minutes) {
        return last(UpstreamEndpoint.LAST_INCOMING_MESSAGES, minutes, rules.messages(), upstream::incoming);
    }

    Question<Window> outgoing(int minutes) {
        return last(UpstreamEndpoint.LAST_OUTGOING_MESSAGES, minutes, rules.messages(), upstream::outgoing);
    }

    Question<Window> statuses(int minutes) {
        return last(UpstreamEndpoint.GET_INCOMING_STATUSES, minutes, rules.statuses(), upstream::statuses);
    }

    Question<Window> history(ChatId chat, int count) {
        return window(
                key(UpstreamEndpoint.GET_CHAT_HISTORY, chat.value(), count),
                "count=" + count,
                rules.history(),
                watch -> upstream.history(account, chat, count, watch).map(answer -> Window.of(answer, count)));
    }

    Question<Optional<SingleRow>> message(ChatId chat, MessageId message) {
        FreshnessRule notFound = new FreshnessRule(rules.notFoundFor(), rules.notFoundFor());
        return new Question<>(
                key(UpstreamEndpoint.GET_MESSAGE, chat.value(), message.value()),
                "one",
                new Terms<>(row -> row.isPresent() ? rules.message() : notFound, rules.notFoundFor(), patience),
                gate(UpstreamEndpoint.GET_MESSAGE),
                watch -> upstream.message(account, chat, message, watch)
                        .map(Optional::of)
                        .onFailure(UpstreamFailure.MessageNotFound.class)
                        .recoverWithItem(Optional.empty()),
                row -> Window.MEMORY_PER_BYTE * row.map(SingleRow::bytes).orElse(0));
    }

    /** How long a single message is believed, also one that came in a window. */
    FreshnessRule messageRule() {
        return rules.message();
    }

    EndpointGate gate(UpstreamEndpoint endpoint) {
        return Objects.requireNonNull(gates.get(endpoint));
    }

    private interface OfLast {
        Uni<Rows> ask(Account account, int minutes, CallListener watch);
    }

    private Question<Window> last(UpstreamEndpoint endpoint, int minutes, FreshnessRule rule, OfLast wire) {
        return window(
                key(endpoint, minutes),
                "minutes=" + minutes,
                rule,
                watch -> wire.ask(account, minutes, watch).map(Window::of));
    }

    private Question<Window> window(QuestionKey key, String window, FreshnessRule rule, UpstreamCall<Window> call) {
        return new Question<>(
                key,
                window,
                new Terms<>(answer -> rule, rules.notFoundFor(), patience),
                gate(key.endpoint()),
                call,
                Window::bytes);
    }

    private QuestionKey key(UpstreamEndpoint endpoint, Object... arguments) {
        return new QuestionKey(
                account.id(),
                endpoint,
                Stream.of(arguments).map(String::valueOf).toList());
    }
}
