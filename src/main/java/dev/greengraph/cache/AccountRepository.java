package dev.greengraph.cache;

import static java.util.stream.Collectors.groupingBy;

import dev.greengraph.cache.freshness.FreshnessDemand;
import dev.greengraph.cache.freshness.FreshnessDemand.Otherwise;
import dev.greengraph.cache.freshness.Warmth;
import dev.greengraph.cache.question.Question;
import dev.greengraph.cache.window.MergedWindows;
import dev.greengraph.cache.window.Window;
import dev.greengraph.cache.window.WindowSizes;
import dev.greengraph.gate.EndpointGate;
import dev.greengraph.gate.GateState;
import dev.greengraph.gate.RetryLater;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.endpoint.NewestInChat;
import dev.greengraph.upstream.failure.UpstreamFailure;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.SingleRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * What the upstream said about the messages of one account. Each method answers from the cache if that may be believed, else asks.
 *
 * <p>The upstream takes no cursor, only {@code minutes} or {@code count}. Asked windows are rounded up to a few sizes, and
 * a smaller window is answered from a fresh larger one. One method for each way to read messages, in one file: they share the
 * windows.
 *
 * <p>Fails with {@link RetryLater} if the gate cannot send in time, else with an {@link UpstreamFailure}.
 */
public final class AccountRepository {

    private final Questions questions;
    private final RevalidatingCache cache;
    private final MergedWindows merged;
    private final SizedWindows incoming;
    private final SizedWindows outgoing;
    private final SizedWindows statuses;
    private final AccountDetails details;

    /** The repository of the account that the questions are about. */
    public AccountRepository(Questions questions, RevalidatingCache cache, Clock clock) {
        this(questions, cache, new MergedWindows(clock));
    }

    private AccountRepository(Questions questions, RevalidatingCache cache, MergedWindows merged) {
        this.questions = questions;
        this.cache = cache;
        this.merged = merged;
        this.incoming = overMinutes(cache, questions::incoming);
        this.outgoing = overMinutes(cache, questions::outgoing);
        this.statuses = overMinutes(cache, questions::statuses);
        this.details = new AccountDetails(new DetailQuestions(questions), cache);
    }

    /** Windows of one kind: there are so few that their questions are made once. */
    private static SizedWindows overMinutes(RevalidatingCache cache, IntFunction<Question<Window>> question) {
        Map<Integer, Question<Window>> made = new HashMap<>();
        WindowSizes.MINUTES.forEach(size -> made.put(size, question.apply(size)));
        return new SizedWindows(cache, WindowSizes.MINUTES, size -> Objects.requireNonNull(made.get(size)));
    }

    /** The same repository for a caller with that demand. */
    public AccountRepository demanding(FreshnessDemand demand) {
        return demand.equals(questions.demand())
                ? this
                : new AccountRepository(questions.demanding(demand), cache, merged);
    }

    /** What the upstream said besides, for a caller with the same demand. */
    public AccountDetails details() {
        return details;
    }

    /** What all chats received in the last minutes before the upstream answered. */
    public Lookup<Reading<Window>> incoming(int minutes) {
        return cut(incoming.covering(minutes), minutes);
    }

    /** What was sent to all chats in the last minutes before the upstream answered. */
    public Lookup<Reading<Window>> outgoing(int minutes) {
        return cut(outgoing.covering(minutes), minutes);
    }

    /**
     * Both directions as one, in the last minutes before the upstream answered first; the two calls, if they are needed,
     * start together.
     */
    public Lookup<Reading<Window>> both(int minutes) {
        int size = WindowSizes.sizeFor(WindowSizes.MINUTES, minutes);
        Lookup<Reading<Window>> both = incoming.covering(minutes)
                .with(
                        outgoing.covering(minutes),
                        (received, sent) -> received.merge(sent, (one, other) -> merged.of(size, one, other)));
        return cut(both, minutes);
    }

    /**
     * The incoming windows that are held, newest first: for the names of chats, which change so seldom that no
     * revalidation starts. If none is held, the one that is in flight, else that of a day.
     */
    public Lookup<List<Window>> names() {
        List<Window> held = heldNames();
        if (!held.isEmpty()) {
            return Lookup.held(held);
        }
        return incoming(incoming.sizeInFlight().orElse(WindowSizes.DAY)).map(reading -> List.of(reading.value()));
    }

    /** The same as far as they are held. */
    public List<Window> heldNames() {
        return incoming.servable().stream().map(Reading::value).toList();
    }

    /** The outgoing windows that are held, newest first; no revalidation starts. */
    public List<Window> heldOutgoing() {
        return outgoing.servable().stream().map(Reading::value).toList();
    }

    /** Statuses of contacts in the last minutes before the upstream answered. */
    public Lookup<Reading<Window>> statuses(int minutes) {
        return cut(statuses.covering(minutes), minutes);
    }

    /** The windows of statuses that are held, newest first; no revalidation starts. */
    public List<Window> heldStatuses() {
        return statuses.servable().stream().map(Reading::value).toList();
    }

    /**
     * The newest messages of a chat, at least {@code count} of them if there are so many.
     *
     * @param count 1 to {@link WindowSizes#DEEPEST}
     */
    public Lookup<Reading<Window>> history(ChatId chat, int count) {
        return histories(chat).coveringOrWhole(count);
    }

    /** The same, asked anew whatever is held. */
    public Lookup<Reading<Window>> historyAnew(ChatId chat, int count) {
        return cache.readAnew(questions.history(chat, WindowSizes.sizeFor(WindowSizes.COUNTS, count)));
    }

    private SizedWindows histories(ChatId chat) {
        return new SizedWindows(cache, WindowSizes.COUNTS, size -> questions.history(chat, size));
    }

    /**
     * One message: the row of the newest window that holds it and is no older than a single message may be, else what the
     * upstream says, else the row of a stale window; nothing if the upstream does not know it.
     */
    public Lookup<Optional<MessageRow>> message(ChatId chat, MessageId message) {
        return message(chat, message, window -> window.find(chat.value(), message.value()));
    }

    /** The same in one direction: a note to oneself has both, and the upstream answers with one of them. */
    public Lookup<Optional<MessageRow>> message(ChatId chat, MessageId message, boolean isOutgoing) {
        return message(chat, message, window -> window.find(chat.value(), message.value(), isOutgoing))
                .map(row -> row.map(known -> known.inDirection(isOutgoing)));
    }

    private Lookup<Optional<MessageRow>> message(
            ChatId chat, MessageId message, Function<Window, Optional<MessageRow>> find) {
        Question<Optional<SingleRow>> question = questions.message(chat, message);
        return newestRow(
                        chat,
                        find,
                        window -> cache.state(window.believed(questions.messageRule()))
                                .fresh())
                .map(fresh -> cache.serve(question, fresh).map(Reading::value))
                .orElseGet(() -> ask(question, chat, find));
    }

    private Lookup<Optional<MessageRow>> ask(
            Question<Optional<SingleRow>> question, ChatId chat, Function<Window, Optional<MessageRow>> find) {
        return cache.read(question)
                .map(reading -> reading.value().map(SingleRow::row))
                .recover(failure -> question.demand().otherwise() != Otherwise.STALE
                        ? Optional.empty()
                        : newestRow(chat, find, window -> cache.state(window).servable())
                                .map(stale -> cache.serve(question, stale).map(Reading::value)));
    }

    /** One message as far as it is held, fresh or not; starts nothing. */
    public Optional<MessageRow> heldMessage(ChatId chat, MessageId message) {
        return newestRow(
                        chat,
                        window -> window.find(chat.value(), message.value()),
                        window -> cache.state(window).servable())
                .or(() -> cache.state(questions.message(chat, message))
                        .servable()
                        .map(reading -> reading.map(single -> single.map(SingleRow::row))))
                .flatMap(Reading::value);
    }

    /** What is found in the newest of the windows that may be read and hold it. */
    private Optional<Reading<Optional<MessageRow>>> newestRow(
            ChatId chat,
            Function<Window, Optional<MessageRow>> find,
            Function<Question<Window>, Optional<Reading<Window>>> readable) {
        return windowsOf(chat)
                .flatMap(window -> readable.apply(window).stream())
                .map(reading -> reading.map(find))
                .filter(reading -> reading.value().isPresent())
                .max(Comparator.comparing(reading -> reading.freshness().fetchedAt()));
    }

    /** The histories of a chat that are held, newest first; no revalidation starts. */
    public List<Window> heldHistories(ChatId chat) {
        return histories(chat).servable().stream().map(Reading::value).toList();
    }

    /** The windows that are held of both journals and of a chat's history, newest first; no revalidation starts. */
    public List<Window> held(ChatId chat) {
        return Stream.of(incoming, outgoing, histories(chat))
                .flatMap(windows -> windows.servable().stream())
                .sorted(Comparator.comparing(
                                (Reading<Window> reading) -> reading.freshness().fetchedAt())
                        .reversed())
                .map(Reading::value)
                .toList();
    }

    private Stream<Question<Window>> windowsOf(ChatId chat) {
        return Stream.of(
                        WindowSizes.MINUTES.stream().map(questions::incoming),
                        WindowSizes.MINUTES.stream().map(questions::outgoing),
                        WindowSizes.COUNTS.stream().map(count -> questions.history(chat, count)))
                .flatMap(Function.identity());
    }

    /** The windows of both journals that are held; no revalidation starts. */
    public List<Window> heldJournals() {
        return Stream.of(incoming, outgoing)
                .flatMap(windows -> windows.servable().stream())
                .map(Reading::value)
                .toList();
    }

    /**
     * What a read of an endpoint would find: of one that is asked over minutes, or about the account as a whole. Starts nothing.
     *
     * @param minutes how far back, if the endpoint is asked so
     */
    public Warmth warmth(UpstreamEndpoint endpoint, int minutes) {
        if (endpoint.equals(EndpointTable.LAST_INCOMING_MESSAGES.endpoint())) {
            return incoming.warmth(minutes);
        }
        if (endpoint.equals(EndpointTable.LAST_OUTGOING_MESSAGES.endpoint())) {
            return outgoing.warmth(minutes);
        }
        return endpoint.equals(EndpointTable.GET_INCOMING_STATUSES.endpoint())
                ? statuses.warmth(minutes)
                : details.warmth(endpoint, minutes);
    }

    /**
     * What is held of both journals and of the histories of all chats, of the newest answers so many rows; no revalidation
     * starts.
     */
    public List<Window> held(int mostRows) {
        List<Window> all = new ArrayList<>();
        int rows = 0;
        for (Reading<Window> reading : (Iterable<Reading<Window>>) heldReadings()::iterator) {
            rows += reading.value().rows().size();
            if (rows > mostRows) {
                break;
            }
            all.add(reading.value());
        }
        return all;
    }

    private Stream<Reading<Window>> heldReadings() {
        Stream<Reading<Window>> histories = questions
                .asked(EndpointTable.GET_CHAT_HISTORY.endpoint(), cache)
                .map(NewestInChat::of)
                .flatMap(asked -> cache.state(questions.history(asked.chat(), asked.count())).servable().stream());
        return Stream.of(incoming.servable().stream(), outgoing.servable().stream(), histories)
                .flatMap(Function.identity())
                .sorted(Comparator.comparing(
                                (Reading<Window> reading) -> reading.freshness().fetchedAt())
                        .reversed());
    }

    /** How the gate of one endpoint is doing. */
    public GateState endpoint(UpstreamEndpoint endpoint) {
        cache.readElsewhere();
        return questions.gate(endpoint).state();
    }

    /** How the gate of each endpoint is doing, in the order of {@link UpstreamEndpoint}. */
    public List<GateState> endpoints() {
        return EndpointTable.ALL.stream().map(this::endpoint).toList();
    }

    /** The way to one endpoint, for calls whose answers are not kept. */
    public EndpointGate gate(UpstreamEndpoint endpoint) {
        return questions.gate(endpoint);
    }

    private static Lookup<Reading<Window>> cut(Lookup<Reading<Window>> window, int minutes) {
        Duration span = Duration.ofMinutes(minutes);
        return window.map(reading ->
                reading.map(rows -> rows.since(reading.freshness().fetchedAt().minus(span))));
    }

    /**
     * What a reading of a journal changed is shown in the histories that are held, too. They are read less often, and a message
     * that was told must not be missing in its chat. Starts no call.
     *
     * @param since a history from before that, unless it is fresh, is left as it is: nobody asks for it, and it would only grow
     */
    public void showInHistories(Instant since, List<MessageRow> changed) {
        changed.stream()
                .filter(row -> row.idMessage() != null)
                .collect(groupingBy(MessageRow::chat))
                .forEach((chat, rows) ->
                        histories(new ChatId(chat)).amend(since, history -> history.toldOfNewest(rows)));
    }

    /** What is held of the journals is shown with what notifications told of them since. Starts no call. */
    public void showNotified() {
        questions.showNotified(cache);
    }
}
