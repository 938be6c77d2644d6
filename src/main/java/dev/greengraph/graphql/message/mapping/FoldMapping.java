package dev.greengraph.graphql.message.mapping;

import dev.greengraph.cache.fold.RowEvent;
import dev.greengraph.cache.fold.RowEvent.Kind;
import dev.greengraph.graphql.message.content.PollVote;
import dev.greengraph.graphql.message.folded.MessageEdit;
import dev.greengraph.graphql.message.folded.Reaction;
import dev.greengraph.graphql.paging.LazyList;
import dev.greengraph.graphql.participant.AnswerMapping;
import dev.greengraph.graphql.participant.Contact;
import dev.greengraph.graphql.participant.SenderMapping;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Payload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What other entries say about a message, of what is held about it. What is undecided by the upstream's facts stands in
 * docs/decisions/0024-folded-messages.md.
 *
 * @param answer what shows it
 * @param row the message
 */
record FoldMapping(AnswerMapping answer, MessageRow row) {

    /** A person reacts once; times have seconds, and nobody takes back what comes later. */
    private static final Comparator<MessageRow> WITHDRAWN_LAST =
            Comparator.comparing(MessageRow::seconds).thenComparing(reaction -> emoji(reaction) == null);

    /** The author of what the account itself sent. */
    private static final String OWN = "";

    /** The reactions that stand, the emoji with the most first. */
    List<Reaction> reactions() {
        List<MessageRow> events = events(Kind.REACTION);
        if (events.isEmpty()) {
            return List.of();
        }
        Map<String, String> byAuthor = new LinkedHashMap<>();
        for (MessageRow reaction : events.stream().sorted(WITHDRAWN_LAST).toList()) {
            String author = author(reaction);
            String emoji = emoji(reaction);
            byAuthor.remove(author);
            if (emoji != null) {
                byAuthor.put(author, emoji);
            }
        }
        Map<String, List<String>> byEmoji = new LinkedHashMap<>();
        byAuthor.forEach((author, emoji) ->
                byEmoji.computeIfAbsent(emoji, first -> new ArrayList<>()).add(author));
        return byEmoji.entrySet().stream()
                .map(entry -> reaction(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Reaction::count).reversed())
                .toList();
    }

    private Reaction reaction(String emoji, List<String> authors) {
        List<String> named = authors.stream().filter(FoldMapping::isId).toList();
        List<Contact> senders = LazyList.of(named.size(), i -> answer.contact(named.get(i)));
        return new Reaction(emoji, authors.size(), senders, authors.contains(OWN));
    }

    /** Of a reaction in a group whose sender is not named, the place of its row: no two are the same person's. */
    private static boolean isId(String author) {
        return !author.equals(OWN) && author.indexOf('\u0001') < 0;
    }

    private static @Nullable String emoji(MessageRow reaction) {
        return TextMapping.emoji(reaction.payload());
    }

    /** In a personal chat the other person may write under two kinds of id (LID). */
    private static String author(MessageRow reaction) {
        if (reaction.isOutgoing()) {
            return OWN;
        }
        String id = SenderMapping.id(reaction);
        if (id == null) {
            return reaction.place();
        }
        ChatId chat = new ChatId(reaction.chat());
        boolean isOther = chat.kind() == ChatId.Kind.PERSONAL
                && id.endsWith("@lid") != chat.value().endsWith("@lid");
        return isOther ? chat.value() : id;
    }

    /** The edits as far as they are held, newest first. */
    List<MessageEdit> edits() {
        List<MessageRow> events = events(Kind.EDIT);
        if (events.isEmpty() && !row.isEdited()) {
            return List.of();
        }
        List<MessageEdit> edits = new ArrayList<>();
        String text = firstText(events);
        for (MessageRow event : events) {
            String next = MessageMapping.text(event);
            edits.add(new MessageEdit(Instant.ofEpochSecond(event.seconds()), text, next));
            text = next;
        }
        String now = MessageMapping.text(row);
        boolean isFurther = row.isEdited() && text != null && now != null && !text.equals(now);
        if (isFurther && edits.stream().noneMatch(edit -> Objects.equals(now, edit.previousText()))) {
            edits.add(new MessageEdit(null, text, now));
        }
        Collections.reverse(edits);
        return List.copyOf(edits);
    }

    /** The text before the first edit: of the message as it was, else of a quote from before that edit. */
    private @Nullable String firstText(List<MessageRow> edits) {
        long before = edits.isEmpty() ? Long.MAX_VALUE : edits.get(0).seconds();
        return answer.held()
                .unedited(row)
                .map(MessageMapping::text)
                .or(() -> about().stream()
                        .filter(quoting -> RowEvent.of(quoting) == null && quoting.seconds() <= before)
                        .flatMap(quoting -> Stream.ofNullable(quoting.quotedMessage()))
                        .flatMap(quote -> Stream.ofNullable(MessageMapping.text(quote.typeMessage(), quote.payload())))
                        .findFirst())
                .orElse(null);
    }

    /** The votes of each option by the newest tally, these options first; null if none is held. */
    @Nullable
    List<PollVote> results(List<String> ofPoll) {
        List<MessageRow> tallies = events(Kind.VOTE);
        if (tallies.isEmpty()) {
            return null;
        }
        Payload.Poll tally =
                Objects.requireNonNull(tallies.get(tallies.size() - 1).payload().pollMessageData());
        Map<String, PollVote> votes = new LinkedHashMap<>();
        ContentMapping.votes(answer::contact, tally).forEach(vote -> votes.put(vote.option(), vote));
        Set<String> options = new LinkedHashSet<>(ofPoll);
        options.addAll(votes.keySet());
        return options.stream()
                .map(option -> votes.getOrDefault(option, new PollVote(option, List.of(), 0)))
                .toList();
    }

    /** Events of one kind, oldest first. */
    private List<MessageRow> events(Kind kind) {
        List<MessageRow> all = about();
        return all.isEmpty()
                ? all
                : all.stream().filter(about -> isEvent(about, kind)).toList();
    }

    private static boolean isEvent(MessageRow about, Kind kind) {
        RowEvent event = RowEvent.of(about);
        return event != null && event.kind() == kind;
    }

    private List<MessageRow> about() {
        return row.idMessage() == null ? List.of() : answer.held().about(row.chat(), row.idMessage());
    }
}
