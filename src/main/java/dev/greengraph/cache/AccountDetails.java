package dev.greengraph.cache;

import dev.greengraph.cache.directory.Directory;
import dev.greengraph.cache.freshness.Warmth;
import dev.greengraph.cache.question.Question;
import dev.greengraph.cache.window.WindowSizes;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.row.account.QueuedRow;
import dev.greengraph.upstream.row.account.SettingsRow;
import dev.greengraph.upstream.row.account.StateRow;
import dev.greengraph.upstream.row.account.SyncRow;
import dev.greengraph.upstream.row.call.CallRow;
import dev.greengraph.upstream.row.directory.AvatarRow;
import dev.greengraph.upstream.row.directory.ChatRow;
import dev.greengraph.upstream.row.directory.ContactInfoRow;
import dev.greengraph.upstream.row.directory.ContactRow;
import dev.greengraph.upstream.row.directory.GroupRow;
import dev.greengraph.upstream.row.file.FileLinkRow;
import dev.greengraph.upstream.row.status.OutgoingStatusRow;
import dev.greengraph.upstream.row.status.StatusViewRow;
import dev.greengraph.upstream.shape.Answered;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What the upstream said about one account besides its messages: its state, its chats and people, its calls, what it sent as
 * statuses. Each method answers from the cache if that may be believed, else asks, and fails as {@link AccountRepository}
 * does.
 */
public final class AccountDetails {

    private final DetailQuestions questions;
    private final RevalidatingCache cache;

    AccountDetails(DetailQuestions questions, RevalidatingCache cache) {
        this.questions = questions;
        this.cache = cache;
    }

    /** Whether the account works. */
    public Lookup<Reading<StateRow>> state() {
        return value(questions.state());
    }

    /** What the upstream writes down for the account. */
    public Lookup<Reading<SettingsRow>> settings() {
        return value(questions.settings());
    }

    /** How far the upstream has read the account; WhatsApp does not say it. */
    public Lookup<Reading<SyncRow>> sync() {
        return value(questions.sync());
    }

    /** What waits to be sent, the next one first. */
    public Lookup<Reading<List<QueuedRow>>> queue() {
        return value(questions.queue());
    }

    /** All chats that the upstream lists, by id. */
    public Lookup<Reading<Map<String, ChatRow>>> chats() {
        return value(questions.chats());
    }

    /** What the messenger says about a group. */
    public Lookup<Reading<GroupRow>> group(ChatId group) {
        return value(questions.group(group));
    }

    /** The address book, groups included, by id. */
    public Lookup<Reading<Map<String, ContactRow>>> contacts() {
        return value(questions.contacts());
    }

    /** What the messenger says about a person. */
    public Lookup<Reading<ContactInfoRow>> contactInfo(ChatId person) {
        return value(questions.contactInfo(person));
    }

    /** The picture of a person or a group. */
    public Lookup<Reading<AvatarRow>> avatar(ChatId chat) {
        return value(questions.avatar(chat));
    }

    /** The account's lists as far as they are held; no revalidation starts. */
    public Directory directory() {
        return new Directory(
                held(questions.chats()).orElse(Map.of()),
                held(questions.contacts()).orElse(Map.of()));
    }

    /** Calls that came in, at least those of the last minutes before the upstream answered, in no order. */
    public Lookup<Reading<List<CallRow>>> incomingCalls(int minutes) {
        return covering(minutes, questions::incomingCalls);
    }

    /** Calls that the account made, as above. */
    public Lookup<Reading<List<CallRow>>> outgoingCalls(int minutes) {
        return covering(minutes, questions::outgoingCalls);
    }

    /** Statuses that the account sent, as above. */
    public Lookup<Reading<List<OutgoingStatusRow>>> outgoingStatuses(int minutes) {
        return covering(minutes, questions::outgoingStatuses);
    }

    /** The same as far as it is held, the newest answer first; starts nothing. */
    public List<List<OutgoingStatusRow>> heldOutgoingStatuses() {
        return WindowSizes.MINUTES.stream()
                .flatMap(size -> cache.state(questions.outgoingStatuses(size)).servable().stream())
                .sorted(Comparator.comparing((Reading<Answered<List<OutgoingStatusRow>>> reading) ->
                                reading.freshness().fetchedAt())
                        .reversed())
                .map(reading -> reading.value().value())
                .toList();
    }

    /** How far one of these came with each person. */
    public Lookup<Reading<List<StatusViewRow>>> statusViews(MessageId status) {
        return value(questions.statusViews(status));
    }

    /** Where the file of a message is. */
    public Lookup<Reading<FileLinkRow>> fileLink(ChatId chat, MessageId message) {
        return value(questions.fileLink(chat, message));
    }

    /** The same, asked anew whatever is held: an address may expire before its answer does. */
    public Lookup<Reading<FileLinkRow>> fileLinkAnew(ChatId chat, MessageId message) {
        return cache.readAnew(questions.fileLink(chat, message)).map(reading -> reading.map(Answered::value));
    }

    /** The same as far as it is held; starts nothing. */
    public Optional<Reading<FileLinkRow>> heldFileLink(ChatId chat, MessageId message) {
        return cache.state(questions.fileLink(chat, message)).servable().map(reading -> reading.map(Answered::value));
    }

    /** What a read of one of these lists would find. Starts nothing. */
    Warmth warmth(UpstreamEndpoint endpoint, int minutes) {
        return questions
                .sizesOf(endpoint, minutes)
                .map(asked -> cache.state(asked).warmth())
                .min(Comparator.naturalOrder())
                .orElse(Warmth.ABSENT);
    }

    /** What a fresh answer over at least so many minutes holds, else the smallest one that covers them. */
    private <T> Lookup<Reading<T>> covering(int minutes, IntFunction<Question<Answered<T>>> question) {
        return WindowSizes.MINUTES.stream()
                .filter(size -> size >= minutes)
                .map(question::apply)
                .flatMap(asked -> cache.state(asked).fresh().map(fresh -> cache.serve(asked, fresh)).stream())
                .findFirst()
                .orElseGet(() -> cache.read(question.apply(WindowSizes.sizeFor(WindowSizes.MINUTES, minutes))))
                .map(reading -> reading.map(Answered::value));
    }

    private <T> Optional<T> held(Question<Answered<T>> question) {
        return cache.state(question).servable().map(reading -> reading.value().value());
    }

    private <T> Lookup<Reading<T>> value(Question<Answered<T>> question) {
        return cache.read(question).map(reading -> reading.map(Answered::value));
    }
}
