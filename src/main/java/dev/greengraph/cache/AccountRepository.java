package dev.greengraph.cache;

import dev.greengraph.cache.window.MergedWindows;
import dev.greengraph.cache.window.Window;
import dev.greengraph.cache.window.WindowSizes;
import dev.greengraph.gate.GateState;
import dev.greengraph.gate.RetryLater;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.SingleRow;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * What the upstream said about one account. Each method answers from what is held if that may be believed, else asks.
 *
 * <p>The upstream takes no cursor, only {@code minutes} or {@code count}. Asked windows are rounded up to a few sizes, and
 * a smaller window is answered from a fresh larger one.
 *
 * <p>Fails with {@link RetryLater} if there is no turn in time, else with an {@link UpstreamFailure}.
 */
public final class AccountRepository {

    private final Questions questions;
    private final RevalidatingCache cache;
    private final MergedWindows merges;

    public AccountRepository(Questions questions, RevalidatingCache cache, Clock clock) {
        this.questions = questions;
        this.cache = cache;
        this.merges = new MergedWindows(clock);
    }

    /** What all chats received in the last minutes before the upstream answered. */
    public Uni<Reading<Window>> incoming(int minutes) {
        return cut(covering(WindowSizes.MINUTES, minutes, questions::incoming), minutes);
    }

    /** What was sent to all chats in the last minutes before the upstream answered. */
    public Uni<Reading<Window>> outgoing(int minutes) {
        return cut(covering(WindowSizes.MINUTES, minutes, questions::outgoing), minutes);
    }

    /**
     * Both directions as one, in the last minutes before the upstream answered first; the two calls, if they are needed,
     * start together.
     */
    public Uni<Reading<Window>> both(int minutes) {
        int size = size(WindowSizes.MINUTES, minutes);
        Uni<Reading<Window>> both = Uni.combine()
                .all()
                .unis(
                        covering(WindowSizes.MINUTES, minutes, questions::incoming),
                        covering(WindowSizes.MINUTES, minutes, questions::outgoing))
                .with((received, sent) -> received.merge(sent, (one, other) -> merges.of(size, one, other)));
        return cut(both, minutes);
    }

    /**
     * The incoming windows that are held, newest first: for the names of chats, which change so seldom that no refresh
     * begins. If none is held, the one that is on its way, else that of a day.
     */
    public Uni<List<Window>> names() {
        List<Window> held = WindowSizes.MINUTES.stream()
                .map(questions::incoming)
                .flatMap(question -> cache.seen(question).stream())
                .sorted(Comparator.comparing(
                                (Reading<Window> reading) -> reading.freshness().fetchedAt())
                        .reversed())
                .map(Reading::value)
                .toList();
        if (!held.isEmpty()) {
            return Uni.createFrom().item(held);
        }
        int minutes = WindowSizes.MINUTES.stream()
                .filter(size -> cache.isUnderWay(questions.incoming(size)))
                .findFirst()
                .orElse(WindowSizes.DAY);
        return incoming(minutes).map(reading -> List.of(reading.value()));
    }

    /** Statuses of contacts in the last minutes before the upstream answered. */
    public Uni<Reading<Window>> statuses(int minutes) {
        return cut(covering(WindowSizes.MINUTES, minutes, questions::statuses), minutes);
    }

    /**
     * The newest messages of a chat, at least {@code count} of them if there are so many.
     *
     * @param count 1 to {@link WindowSizes#DEEPEST}
     */
    public Uni<Reading<Window>> history(ChatId chat, int count) {
        return whole(chat)
                .map(reading -> cache.serve(questions.history(chat, WindowSizes.COUNTS.get(0)), reading))
                .orElseGet(() -> covering(WindowSizes.COUNTS, count, size -> questions.history(chat, size)));
    }

    /** A fresh window beyond which the upstream has nothing answers for any size. */
    private Optional<Reading<Window>> whole(ChatId chat) {
        return first(
                WindowSizes.COUNTS,
                size -> cache.fresh(questions.history(chat, size))
                        .filter(reading -> !reading.value().mayGoOn()));
    }

    /** The same, asked anew whatever is held. */
    public Uni<Reading<Window>> historyAnew(ChatId chat, int count) {
        return cache.readAnew(questions.history(chat, size(WindowSizes.COUNTS, count)));
    }

    /** The smallest that is large enough, else the largest. */
    private static int size(List<Integer> sizes, int wanted) {
        return first(sizes, size -> Optional.of(size).filter(candidate -> candidate >= wanted))
                .orElse(sizes.get(sizes.size() - 1));
    }

    /**
     * One message: the row of the newest window that holds it and is no older than a single message may be, else what the
     * upstream says, else the row of a stale window; nothing if the upstream does not know it.
     */
    public Uni<Optional<MessageRow>> message(ChatId chat, MessageId message) {
        Question<Optional<SingleRow>> question = questions.message(chat, message);
        return newest(rows(chat, message, window -> cache.fresh(window.believed(questions.messageRule()))))
                .map(fresh -> cache.serve(question, fresh).map(Reading::value))
                .orElseGet(() -> ask(question, chat, message));
    }

    private Uni<Optional<MessageRow>> ask(Question<Optional<SingleRow>> question, ChatId chat, MessageId message) {
        return cache.read(question)
                .map(reading -> reading.value().map(SingleRow::row))
                .onFailure()
                .recoverWithUni(failure -> newest(rows(chat, message, cache::seen))
                        .map(stale -> cache.serve(question, stale).map(Reading::value))
                        .orElseGet(() -> Uni.createFrom().failure(failure)));
    }

    private static <V> Optional<Reading<V>> newest(Stream<Reading<V>> readings) {
        return readings.max(Comparator.comparing(reading -> reading.freshness().fetchedAt()));
    }

    /** That message in the windows that may be looked at. */
    private Stream<Reading<Optional<MessageRow>>> rows(
            ChatId chat, MessageId message, Function<Question<Window>, Optional<Reading<Window>>> look) {
        return windowsOf(chat)
                .flatMap(window -> look.apply(window).stream())
                .map(reading -> reading.map(window -> window.find(chat.value(), message.value())))
                .filter(reading -> reading.value().isPresent());
    }

    /** How one endpoint is doing. */
    public GateState endpoint(UpstreamEndpoint endpoint) {
        return questions.gate(endpoint).state();
    }

    /** How each endpoint is doing, in the order of {@link UpstreamEndpoint}. */
    public List<GateState> endpoints() {
        return EndpointTable.ALL.stream().map(this::endpoint).toList();
    }

    private static Uni<Reading<Window>> cut(Uni<Reading<Window>> window, int minutes) {
        Duration span = Duration.ofMinutes(minutes);
        return window.map(reading ->
                reading.map(rows -> rows.since(reading.freshness().fetchedAt().minus(span))));
    }

    /**
     * A window of at least that size: a fresh one, else a stale one, else one on its way, else the smallest. A stale one
     * is not what is refreshed: a large window that once was asked for would renew itself for ever.
     */
    private Uni<Reading<Window>> covering(List<Integer> sizes, int wanted, IntFunction<Question<Window>> question) {
        List<Question<Window>> large = sizes.stream()
                .filter(size -> size >= wanted)
                .map(question::apply)
                .toList();
        Question<Window> asked =
                large.stream().filter(cache::isUnderWay).findFirst().orElse(large.get(0));
        return first(large, cache::fresh)
                .or(() -> newest(large).flatMap(held -> cache.known(held, asked)))
                .map(reading -> cache.serve(asked, reading))
                .orElseGet(() -> cache.read(asked));
    }

    private Optional<Question<Window>> newest(List<Question<Window>> candidates) {
        return candidates.stream()
                .filter(candidate -> fetchedAt(candidate).isPresent())
                .max(Comparator.comparing(candidate -> fetchedAt(candidate).orElseThrow()));
    }

    private Optional<Instant> fetchedAt(Question<Window> question) {
        return cache.seen(question).map(reading -> reading.freshness().fetchedAt());
    }

    private static <Q, R> Optional<R> first(List<Q> candidates, Function<Q, Optional<R>> answer) {
        return candidates.stream()
                .flatMap(candidate -> answer.apply(candidate).stream())
                .findFirst();
    }

    private Stream<Question<Window>> windowsOf(ChatId chat) {
        return Stream.of(
                        WindowSizes.MINUTES.stream().map(questions::incoming),
                        WindowSizes.MINUTES.stream().map(questions::outgoing),
                        WindowSizes.COUNTS.stream().map(count -> questions.history(chat, count)))
                .flatMap(Function.identity());
    }
}
