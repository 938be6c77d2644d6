package dev.greengraph.graphql.participant;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.AccountRepository;
import dev.greengraph.cache.directory.Directory;
import dev.greengraph.cache.window.Window;
import dev.greengraph.graphql.participant.PeopleMapping.Names;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.Moments;
import dev.greengraph.upstream.row.MessageRow;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one answer shows of one account: whatever is shown twice is shown the same way. A history that arrives while an
 * operation runs may know more than the journal that the same answer has shown already; within one answer the first word
 * stays, the next answer knows better.
 */
public final class AnswerMapping {

    private final AccountId account;
    private final Supplier<List<Window>> heldNames;
    private final List<Window> histories = new CopyOnWriteArrayList<>();
    private final Map<Named, Moments> moments = new ConcurrentHashMap<>();
    private final Map<String, Contact> contacts = new ConcurrentHashMap<>();
    private final Supplier<Directory> heldDirectory;
    private final HeldMapping held;
    private volatile List<Window> names = List.of();
    private volatile @Nullable Directory directory;

    private record Named(String chatId, String messageId) {}

    /**
     * An answer that has shown nothing yet.
     *
     * @param heldNames looks up the windows that are held for the names of people, newest first
     */
    public AnswerMapping(AccountId account, Supplier<List<Window>> heldNames) {
        this(account, heldNames, () -> Directory.EMPTY, chat -> heldNames.get());
    }

    /**
     * The same, with the account's lists and all windows.
     *
     * @param heldDirectory looks up the lists that are held
     * @param held looks up the windows in which messages of a chat may be, newest first
     */
    public AnswerMapping(
            AccountId account,
            Supplier<List<Window>> heldNames,
            Supplier<Directory> heldDirectory,
            Function<String, List<Window>> held) {
        this.account = account;
        this.heldNames = heldNames;
        this.heldDirectory = heldDirectory;
        this.held = new HeldMapping(held);
    }

    /** Whose data it is. */
    public AccountId account() {
        return account;
    }

    /** What is held about the account's messages. */
    public HeldMapping held() {
        return held;
    }

    /** The moments of a complete row. Those of incoming messages are the same in every source. */
    public Moments moments(MessageRow row) {
        return row.isOutgoing() && row.idMessage() != null
                ? moments.computeIfAbsent(new Named(row.chat(), row.idMessage()), first -> row.known())
                : row.known();
    }

    /** A history that this answer shows also names people. */
    public void shows(Window history) {
        histories.add(history);
    }

    /** The sender of an incoming row; in a personal chat without one, the chat's owner. Null if nobody is named. */
    public @Nullable Contact sender(MessageRow row) {
        String id = SenderMapping.id(row);
        return id == null ? null : contact(id, row);
    }

    /** The person with that id. */
    public Contact contact(String id) {
        return contact(id, null);
    }

    private Contact contact(String id, @Nullable MessageRow row) {
        Contact known = contacts.get(id);
        return known == null ? contacts.computeIfAbsent(id, first -> named(id, row)) : known;
    }

    private Contact named(String id, @Nullable MessageRow row) {
        Names all = Stream.concat(names().stream(), histories.stream())
                .flatMap(window -> PeopleMapping.of(window).names(id).stream())
                .reduce(Names::or)
                .map(found -> found.or(PeopleMapping.in(row)))
                .orElseGet(() -> PeopleMapping.in(row))
                .or(PeopleMapping.in(listed().contacts().get(id)));
        return new Contact(account, new ChatId(id), all.name(), all.contactName());
    }

    /** The account's lists that this answer shows name people, too. */
    public void shows(Directory lists) {
        directory = lists;
    }

    /** Looked up once. */
    private Directory listed() {
        Directory known = directory;
        if (known == null) {
            known = heldDirectory.get();
            directory = known;
        }
        return known;
    }

    /** Looked up until something is held, then no more. */
    private List<Window> names() {
        List<Window> known = names;
        if (known.isEmpty()) {
            known = heldNames.get();
            names = known;
        }
        return known;
    }

    /** The account's own contact, if what is held tells its id. */
    public @Nullable Contact self(AccountRepository repository) {
        return PeopleMapping.ownId(names(), repository.heldOutgoing())
                .map(this::contact)
                .orElse(null);
    }
}
