package dev.greengraph.graphql.message.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.greengraph.graphql.message.content.ContactCard;
import dev.greengraph.graphql.message.content.ListRow;
import dev.greengraph.graphql.message.content.ListSection;
import dev.greengraph.graphql.message.content.PollVote;
import dev.greengraph.graphql.message.kind.ContactMessage;
import dev.greengraph.graphql.message.kind.GroupInviteMessage;
import dev.greengraph.graphql.message.kind.InteractiveButtonsResponseMessage;
import dev.greengraph.graphql.message.kind.ListMessage;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.message.kind.PollMessage;
import dev.greengraph.graphql.message.kind.PollUpdateMessage;
import dev.greengraph.graphql.message.kind.TemplateMessage;
import dev.greengraph.testsupport.Samples;
import dev.greengraph.testsupport.Shown;
import dev.greengraph.upstream.row.Payload;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cards, choices and lists that are written differently from the samples. */
class ContentMappingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEL;type=CELL;waid=70000001901:+7 000 000-19-01 | +7 000 000-19-01",
                "TEL;type=CELL;waid=70000001901: | +70000001901",
                "TEL;WAID=70000001901: | +70000001901",
                "TEL:+70000001901 | +70000001901",
                "tel;type=cell:+70000001901 | +70000001901",
                "item1.TEL;type=pref:+70000001901 | +70000001901",
                "TEL;VALUE=uri:tel:+70000001901 | +70000001901",
                "TEL: | ",
                "TEL | ",
                "X-TEL-NOTE:+70000001901 | ",
                "NOTE:TEL:+70000001901 | ",
            })
    void aNumberIsReadFromItsLine(String line, String number) {
        ContactCard card = card("BEGIN:VCARD\nVERSION:3.0\nFN:Demo\n" + line + "\nEND:VCARD");

        assertEquals(number == null ? List.of() : List.of(number), card.phoneNumbers());
    }

    @Test
    void severalNumbersKeepTheirOrderAndNoneComesTwice() {
        ContactCard card = card("TEL:+2\r\nTEL;type=WORK:+1\r\nTEL;type=HOME:+2\r\nEMAIL:a@example\r\n");

        assertEquals(List.of("+2", "+1"), card.phoneNumbers());
    }

    @Test
    void aCardMayLackEverything() {
        assertEquals(new ContactCard("", "", List.of()), card(null));
    }

    @Test
    void aCardWithoutEndIsReadInGoodTime() {
        assertEquals(List.of(), card("TEL;".repeat(100_000)).phoneNumbers());
    }

    // The fields that other clients of the upstream read of a click
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'selectedId': 'a', 'selectedDisplayText': 'A' | a | A",
                "'selectedButtonId': 'a', 'selectedButtonText': 'A' | a | A",
                "'buttonId': 'a', 'buttonText': 'A' | a | A",
                "'reply': {'buttonId': 'a', 'buttonText': 'A'} | a | A",
                "'selectedButtonId': 'a' | a | ",
                "'selectedId': '', 'selectedButtonId': 'a' | a | ",
                "'stanzaId': 'only' | | ",
            },
            quoteCharacter = '~')
    void aClickIsReadFromEachClientsFields(String fields, String id, String text) {
        Message message = Shown.message(
                Samples.entry("interactiveButtonsResponse", "'interactiveButtonsResponse': {" + fields + "}"));

        InteractiveButtonsResponseMessage click = assertInstanceOf(InteractiveButtonsResponseMessage.class, message);
        assertEquals(id, click.selectedId());
        assertEquals(text, click.selectedText());
        assertEquals(text, click.text());
    }

    @Test
    void aTemplateMayCallItsFooterOtherwise() {
        Message message = Shown.message(Samples.entry(
                "templateMessage",
                "'templateMessage': {'titleText': 'Title', 'footerText': 'Small', 'buttons': null}"));

        TemplateMessage template = assertInstanceOf(TemplateMessage.class, message);
        assertEquals("Small", template.footer());
        assertEquals("Title", template.text());
        assertEquals(List.of(), template.buttons());
    }

    @Test
    void listsMayBeNullOrHoldNulls() {
        PollMessage poll = (PollMessage) Shown.message(Samples.entry(
                "pollMessage", "'pollMessageData': {'name': 'Q', 'options': [null, {}, {'optionName': 'A'}]}"));
        PollUpdateMessage tally = (PollUpdateMessage)
                Shown.message(
                        Samples.entry(
                                "pollUpdateMessage",
                                "'pollMessageData': {'stanzaId': 'P', 'votes': [null, {'optionVoters': ['1@c.us']},"
                                        + " {'optionName': 'A', 'optionVoters': null}, {'optionName': 'B', 'optionVoters': [null, '2@c.us']}]}"));
        ListMessage menu = (ListMessage) Shown.message(Samples.entry(
                "listMessage",
                "'listMessage': {'sections': [null, {'rows': null}, {'rows': [null, {'rowId': 'r'}]}]}"));

        assertEquals(List.of("A"), poll.options());
        assertEquals(false, poll.multipleAnswers());
        assertEquals(
                List.of(
                        new PollVote("A", List.of(), 0),
                        new PollVote("B", List.of(Shown.person("2@c.us", null, null)), 1)),
                tally.votes());
        assertEquals(
                List.of(new ListSection(null, List.of()), new ListSection(null, List.of(new ListRow("r", null, null)))),
                menu.sections());
    }

    // I-21
    @ParameterizedTest
    @CsvSource({"253402300799, true", "253402300800, false", "-1, false"})
    void anInvitationEndsInThisWorld(long seconds, boolean shown) {
        GroupInviteMessage invite = (GroupInviteMessage) Shown.message(
                Samples.entry("groupInviteMessage", "'groupInviteMessageData': {'inviteExpiration': " + seconds + "}"));

        assertEquals(shown ? Instant.ofEpochSecond(seconds) : null, invite.expiresAt());
    }

    @Test
    void aContactWithoutANameHasAnEmptyOne() {
        Message message = Shown.message(Samples.entry("contactMessage", "'contact': {'vcard': 'TEL:+1'}"));

        assertEquals("", ((ContactMessage) message).contact().displayName());
        assertNull(message.text());
    }

    private static ContactCard card(String vcard) {
        return CardMapping.of(new Payload.Contact(null, vcard, null, null));
    }
}
