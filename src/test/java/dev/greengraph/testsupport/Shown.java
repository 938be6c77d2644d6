package dev.greengraph.testsupport;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.Reading;
import dev.greengraph.cache.window.Window;
import dev.greengraph.graphql.argument.Span;
import dev.greengraph.graphql.message.ConnectionMapping;
import dev.greengraph.graphql.message.MessageConnection;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.mapping.MessageMapping;
import dev.greengraph.graphql.participant.AnswerMapping;
import dev.greengraph.graphql.participant.Contact;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Rows;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Messages as callers see them. A message is named by the last three characters of its id. */
public final class Shown {

    /** Whose messages all of them are. */
    public static final AccountId ACCOUNT = new AccountId("main");

    private final MessageConnection page;

    private Shown(MessageConnection page) {
        this.page = page;
    }

    /** The messages of a sample. */
    public static Shown sample(String name) {
        return of(Samples.rows(name));
    }

    /** The messages of an answer. */
    public static Shown of(Rows rows) {
        Reading<Window> reading = Samples.reading(rows);
        AnswerMapping answer = new AnswerMapping(ACCOUNT, () -> List.of(reading.value()));
        return new Shown(
                ConnectionMapping.of(answer, "test", null, Span.ALL, 500, null).page(reading));
    }

    /** The message of one entry. */
    public static Message message(MessageRow row) {
        return MessageMapping.of(new AnswerMapping(ACCOUNT, List::of), row);
    }

    /** A person of the account. */
    public static Contact person(String id, @Nullable String name, @Nullable String contactName) {
        return new Contact(ACCOUNT, new ChatId(id), name, contactName);
    }

    /** The whole list as one page. */
    public MessageConnection page() {
        return page;
    }

    /** Name, implementation and text of every message, in the page's order. */
    public List<String> lines() {
        return page.nodes().stream()
                .map(it -> name(it) + " " + it.getClass().getSimpleName() + " " + it.text())
                .toList();
    }

    /** The names of the messages with a property, in the page's order. */
    public String where(Predicate<Message> property) {
        return page.nodes().stream().filter(property).map(Shown::name).collect(Collectors.joining(" "));
    }

    /** The names of the messages from somebody shown under that name. */
    public String from(String displayName) {
        return where(it -> it.sender() != null && displayName.equals(it.sender().displayName()));
    }

    /** The message with that name, which has to be the only one. */
    public <T extends Message> T message(Class<T> kind, String name) {
        List<Message> found =
                page.nodes().stream().filter(it -> name(it).equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError(name + ": " + found);
        }
        return kind.cast(found.get(0));
    }

    private static String name(Message message) {
        String id = String.valueOf(message.messageId());
        return id.substring(Math.max(0, id.length() - 3));
    }
}
