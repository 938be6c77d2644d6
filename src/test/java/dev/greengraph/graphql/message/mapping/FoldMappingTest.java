package dev.greengraph.graphql.message.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.graphql.message.content.PollVote;
import dev.greengraph.graphql.message.folded.MessageEdit;
import dev.greengraph.graphql.message.folded.Reaction;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.kind.PollMessage;
import dev.greengraph.testsupport.Samples;
import dev.greengraph.testsupport.Shown;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other entries say about a message is shown on it. The kinds of entries are in one file: they meet on one message. */
class FoldMappingTest {

    private static final String GROUP = "120363000000000101@g.us";

    private final Shown sample = Shown.sample("get-chat-history/whatsapp-group-with-every-kind");

    @Test
    void reactionsOfTheSampleThatStand() {
        assertEquals("👍🏽 1 of Вера Примерова", reactions(sample.message(Message.class, "004")));
    }

    @Test
    void editsOfTheSampleTellTheTextsBefore() {
        assertEquals("null > See you at seven", edits(sample.message(Message.class, "031")));
        assertEquals("Invoice > Final invoice", edits(sample.message(Message.class, "011")));
    }

    @Test
    void anEditWhoseEntryIsNotHeldIsToldByAQuote() {
        List<MessageEdit> edits =
                sample.message(Message.class, "012").envelope().edits();

        assertEquals(List.of(new MessageEdit(null, "Original text before the edit", "Corrected text")), edits);
    }

    @Test
    void votesOfTheSample() {
        assertEquals("Mon 2, Tue 0, Wed 0", results(sample.message(PollMessage.class, "007")));
    }

    @Test
    void aQuoteShowsTheMessageAsItIsNow() {
        Message reply = sample.message(Message.class, "013");

        assertEquals("Original text before the edit", reply.quote().text());
        assertEquals("Corrected text", reply.quote().currentText());
        assertEquals(true, reply.quote().isEdited());
        assertEquals(true, reply.quote().isDeleted());
    }

    @Test
    void aQuoteOfWhatIsNotHeldIsAsItWasQuoted() {
        Message reply = sample.message(Message.class, "005");

        assertEquals(reply.quote().text(), reply.quote().currentText());
        assertNull(reply.quote().isEdited());
        assertNull(reply.quote().isDeleted());
    }

    @Test
    void reactionsOfTheSampleOnMaxStandOnTheirMessage() {
        Shown max = Shown.sample("get-chat-history/max-group");

        String reactions = max.page().nodes().stream()
                .filter(it -> !it.envelope().reactions().isEmpty())
                .map(it -> it.messageId() + " " + reactions(it))
                .collect(Collectors.joining());

        assertEquals("115736627773767687 🔥 1 of Вера", reactions);
    }

    /** Authors: v and d, o the account itself; {@code -} takes back. Rows come in the upstream's order, newest first. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 v A                     | A 1 of v",
                "10 v A, 11 d A, 12 o B     | A 2 of v d, B 1 of  own",
                "10 v A, 11 v B             | B 1 of v",
                "10 v A, 11 v -             | ''",
                "10 v A, 11 v -, 12 v C     | C 1 of v",
                "11 v -, 11 v A             | ''",
                "10 o A, 11 o -, 12 v B     | B 1 of v",
                "10 v -                     | ''",
                "10 v A, 11 d B, 12 o B     | B 2 of d own, A 1 of v",
            })
    void theLastReactionOfEachCounts(String said, String standing) {
        String reactions = Stream.of(said.split(", "))
                .map(one -> one.split(" "))
                .map(it -> reaction(it[0] + it[1] + it[2], Integer.parseInt(it[0]), it[1], it[2]))
                .collect(Collectors.joining(","));

        Shown shown = shown(text("m01", 1, "hello", ""), reactions);

        assertEquals(standing, reactions(shown.message(Message.class, "m01")));
    }

    @Test
    void inAPersonalChatTheOtherPersonIsOneUnderBothKindsOfId() {
        String reactions = """
                {'idMessage': 'r1', 'timestamp': 10, 'typeMessage': 'reactionMessage', 'chatId': '1@c.us', 'senderId': '1@c.us',
                 'extendedTextMessageData': {'text': 'A'}, 'quotedMessage': {'stanzaId': 'm01'}},
                {'idMessage': 'r2', 'timestamp': 11, 'typeMessage': 'reactionMessage', 'chatId': '1@c.us', 'senderId': '9@lid',
                 'extendedTextMessageData': {'text': ''}, 'quotedMessage': {'stanzaId': 'm01'}}""";

        Shown shown = shown(
                "{'idMessage': 'm01', 'timestamp': 1, 'typeMessage': 'textMessage', 'chatId': '1@c.us', 'textMessage': 'hi'}",
                reactions);

        assertEquals("", reactions(shown.message(Message.class, "m01")));
    }

    @Test
    void editedTwice() {
        Shown shown = shown(
                text("m01", 1, "three", "'isEdited': true, "),
                edit("e01", 10, "m01", "two"),
                edit("e02", 20, "m01", "three"));

        Message message = shown.message(Message.class, "m01");
        assertEquals("null > two, two > three", edits(message));
        assertEquals(20, message.envelope().edits().get(0).editedAt().getEpochSecond(), "newest first");
    }

    @Test
    void anEditOfAnEditIsOneOfTheMessage() {
        Shown shown = shown(
                text("m01", 1, "three", "'isEdited': true, "),
                edit("e01", 10, "m01", "two"),
                edit("e02", 20, "e01", "three"));

        assertEquals("null > two, two > three", edits(shown.message(Message.class, "m01")));
    }

    @Test
    void aTextThatNoEntryTellsIsAFurtherEdit() {
        Shown shown = shown(text("m01", 1, "three", "'isEdited': true, "), edit("e01", 10, "m01", "two"));

        Message message = shown.message(Message.class, "m01");
        assertEquals("null > two, two > three", edits(message));
        assertNull(message.envelope().edits().get(0).editedAt());
    }

    @Test
    void whatTheMessageDoesNotShowYetIsAppliedToIt() {
        Shown shown = shown(text("m01", 1, "one", ""), edit("e01", 10, "m01", "two"), deletion("d01", 20, "m01"));

        Message message = shown.message(Message.class, "m01");
        assertTrue(message.isEdited());
        assertTrue(message.isDeleted());
        assertEquals("two", message.text());
        assertEquals("one > two", edits(message));
    }

    @Test
    void aCaptionIsEditedToo() {
        Shown shown = shown("""
                {'idMessage': 'm01', 'timestamp': 1, 'typeMessage': 'imageMessage', 'chatId': '%s', 'caption': 'one',
                 'downloadUrl': 'https://a.example/1.jpg'}""".formatted(GROUP), """
                {'idMessage': 'e01', 'timestamp': 2, 'typeMessage': 'editedMessage', 'chatId': '%s',
                 'editedMessageData': {'stanzaId': 'm01', 'caption': 'two'}}""".formatted(GROUP));

        assertEquals("two", shown.message(Message.class, "m01").text());
        assertEquals("one > two", edits(shown.message(Message.class, "m01")));
    }

    @Test
    void anEventOfAMessageThatIsNotHeldChangesNothing() {
        Shown shown = shown(
                text("m01", 1, "one", ""),
                edit("e01", 10, "x01", "two"),
                deletion("d01", 20, "x02"),
                reaction("r01", 30, "v", "A"));

        Message message = shown.message(Message.class, "m01");
        assertEquals("one", message.text());
        assertFalse(message.isEdited());
        assertFalse(message.isDeleted());
        assertEquals(List.of(), message.envelope().edits());
        assertEquals(4, shown.page().nodes().size(), "the events themselves stay");
    }

    @Test
    void theSameIdInAnotherChatIsAnotherMessage() {
        Shown shown = shown(
                text("m01", 1, "one", "").replace(GROUP, "5@c.us"),
                edit("e01", 10, "m01", "two"),
                reaction("r01", 30, "v", "A"));

        assertEquals("one", shown.message(Message.class, "m01").text());
        assertEquals("", reactions(shown.message(Message.class, "m01")));
    }

    @Test
    void editsInACircleEnd() {
        Shown shown = shown(text("m01", 1, "one", ""), edit("e01", 10, "e02", "two"), edit("e02", 20, "e01", "three"));

        assertEquals("one", shown.message(Message.class, "m01").text());
    }

    @Test
    void theNewestTallyCounts() {
        Shown shown = shown("""
                {'idMessage': 'm01', 'timestamp': 1, 'typeMessage': 'pollMessage', 'chatId': '%s', 'pollMessageData':
                 {'name': 'Which?', 'options': [{'optionName': 'a'}, {'optionName': 'b'}, {'optionName': 'c'}]}}""".formatted(GROUP), tally("t02", 20, "'v'"), tally("t01", 10, ""));

        assertEquals("a 0, b 1, c 0, d 0", results(shown.message(PollMessage.class, "m01")));
        PollVote vote = shown.message(PollMessage.class, "m01").results().get(1);
        assertEquals("v", vote.voters().get(0).contactId());
    }

    @Test
    void withoutATallyTheVotesAreUnknown() {
        Shown shown = Shown.sample("last-incoming-messages/whatsapp-every-kind");

        assertNull(shown.message(PollMessage.class, "013").results());
    }

    private static Shown shown(String... entries) {
        return Shown.of(Samples.list(Stream.of(entries)
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(",", "[", "]"))
                .replace('\'', '"')));
    }

    private static String text(String id, int second, String text, String more) {
        return "{'idMessage': '%s', 'timestamp': %d, 'typeMessage': 'textMessage', 'chatId': '%s', %s'textMessage': '%s'}"
                .formatted(id, second, GROUP, more, text);
    }

    private static String edit(String id, int second, String target, String text) {
        return "{'idMessage': '%s', 'timestamp': %d, 'typeMessage': 'editedMessage', 'chatId': '%s', 'editedMessageData': {'stanzaId': '%s', 'textMessage': '%s'}}"
                .formatted(id, second, GROUP, target, text);
    }

    private static String deletion(String id, int second, String target) {
        return "{'idMessage': '%s', 'timestamp': %d, 'typeMessage': 'deletedMessage', 'chatId': '%s', 'deletedMessageData': {'stanzaId': '%s'}}"
                .formatted(id, second, GROUP, target);
    }

    private static String reaction(String id, int second, String author, String emoji) {
        String sender = author.equals("o") ? "'type': 'outgoing'" : "'senderId': '" + author + "'";
        return "{'idMessage': '%s', 'timestamp': %d, 'typeMessage': 'reactionMessage', 'chatId': '%s', %s, 'extendedTextMessageData': {'text': '%s'}, 'quotedMessage': {'stanzaId': 'm01'}}"
                .formatted(id, second, GROUP, sender, emoji.equals("-") ? "" : emoji);
    }

    private static String tally(String id, int second, String votersOfB) {
        return "{'idMessage': '%s', 'timestamp': %d, 'typeMessage': 'pollUpdateMessage', 'chatId': '%s', 'pollMessageData': {'name': 'Which?', 'stanzaId': 'm01', 'votes': [{'optionName': 'd', 'optionVoters': []}, {'optionName': 'b', 'optionVoters': [%s]}]}}"
                .formatted(id, second, GROUP, votersOfB);
    }

    private static String reactions(Message message) {
        return message.envelope().reactions().stream()
                .map(FoldMappingTest::line)
                .collect(Collectors.joining(", "));
    }

    private static String line(Reaction reaction) {
        String names = reaction.senders().stream()
                .map(person -> person.displayName() == null ? person.contactId() : person.displayName())
                .collect(Collectors.joining(" "));
        return reaction.emoji() + " " + reaction.count() + " of " + names + (reaction.isOwn() ? " own" : "");
    }

    /** Oldest first. */
    private static String edits(Message message) {
        return message.envelope().edits().stream()
                .map(edit -> edit.previousText() + " > " + edit.text())
                .reduce((newer, older) -> older + ", " + newer)
                .orElse("");
    }

    private static String results(PollMessage poll) {
        return poll.results().stream()
                .map(vote -> vote.option() + " " + vote.count())
                .collect(Collectors.joining(", "));
    }
}
