package dev.greengraph.upstream.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.testsupport.Samples;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A field of the wrong type is absent and costs neither its entry nor its neighbours. */
class LeniencyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'caption': {'a': [1, {'b': 2}]}",
                "'caption': ['a']",
                "'forwardingScore': 'many'",
                "'forwardingScore': 99999999999",
                "'forwardingScore': -99999999999",
                "'forwardingScore': 99999999999999999999999",
                "'forwardingScore': '99999999999'",
                "'forwardingScore': 1e300",
                "'forwardingScore': {}",
                "'forwardingScore': [1]",
                "'forwardingScore': true",
                "'isForwarded': 'yes'",
                "'isForwarded': 1.5",
                "'isForwarded': 99999999999",
                "'isForwarded': {}",
                "'isForwarded': []",
                "'location': ''",
                "'location': ' '",
                "'location': 'here'",
                "'location': 7",
                "'location': 1.5",
                "'location': true",
                "'location': []",
                "'location': [{}]",
                "'location': {'latitude': 'north', 'longitude': {}}",
                "'contacts': {}",
                "'contacts': ''",
                "'contacts': 'x'",
                "'contacts': 7",
                "'pollMessageData': {'options': {}, 'votes': 'none', 'multipleAnswers': []}",
                "'groupInviteMessageData': {'inviteExpiration': [1]}",
                "'listResponseMessage': {'singleSelectReply': [{}]}",
                "'templateMessage': {'buttons': [[], {'urlButton': []}]}",
                "'interactiveButtonsResponse': {'reply': {'reply': 'deep'}}",
                "'unheardOf': {'a': [[[]]]}",
            })
    void itsNeighboursStay(String junk) {
        MessageRow row = Samples.entry(
                "imageMessage", "'fileName': 'a.jpg', " + junk + ", 'downloadUrl': 'https://media.example/a.jpg'");

        assertEquals("3A000000000000000001", row.idMessage());
        assertEquals("a.jpg", row.payload().fileName());
        assertEquals("https://media.example/a.jpg", row.payload().downloadUrl());
        assertNull(row.raw());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'many'", "99999999999", "{}", "[1]", "null", "''"})
    void aMistypedNumberIsAbsent(String written) {
        assertNull(Samples.entry("imageMessage", "'forwardingScore': " + written)
                .payload()
                .forwardingScore());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'yes'", "1.5", "{}", "[]", "null", "''"})
    void aMistypedBooleanIsAbsent(String written) {
        assertNull(Samples.entry("imageMessage", "'isForwarded': " + written)
                .payload()
                .isForwarded());
    }

    // I-07
    @ParameterizedTest
    @ValueSource(strings = {"'caption': ''", "'caption': null", "'other': 1"})
    void anEmptyTextIsAbsent(String field) {
        assertNull(Samples.entry("imageMessage", field).payload().caption());
    }

    @Test
    void aNumberIsATextWhereOneIsExpected() {
        MessageRow row = Samples.entry(
                "buttonsResponseMessage", "'buttonsResponseMessage': {'stanzaId': 'A', 'selectedButtonId': 2}");

        assertEquals(
                "2",
                Objects.requireNonNull(row.payload().buttonsResponseMessage()).selectedButtonId());
    }

    @Test
    void junkInAListCostsOnlyItself() {
        MessageRow row = Samples.entry(
                "contactsArrayMessage",
                "'contacts': [null, 5, 'x', '', [], {'displayName': 'A'}, {'displayName': {}}]");

        List<Payload.Contact> cards = Objects.requireNonNull(row.payload().contacts());
        assertEquals(
                List.of("A"),
                cards.stream()
                        .filter(Objects::nonNull)
                        .map(Payload.Contact::displayName)
                        .filter(Objects::nonNull)
                        .toList());
    }

    // I-21
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'1766600000' | 1766600000",
                "1766600000 | 1766600000",
                "{'low': 1766600000, 'high': 0, 'unsigned': false} | 1766600000",
                "{'low': -294967296, 'high': 0, 'unsigned': true} | 4000000000",
                "{'low': 1, 'high': 1} | 4294967297",
                "{'low': 1766600000} | 1766600000",
                "{} |",
                "{'high': 0} |",
                "{'low': 'soon'} |",
                "'soon' |",
                "'' |",
                "true |",
                "1.5 |",
                "99999999999999999999 |",
            },
            quoteCharacter = '~')
    void theEndOfAnInvitationIsReadInEachForm(String written, Long read) {
        Payload.GroupInvite invite = Samples.entry(
                        "groupInviteMessage",
                        "'groupInviteMessageData': {'groupName': 'Club', 'inviteExpiration': " + written + "}")
                .payload()
                .groupInviteMessageData();

        assertNotNull(invite);
        assertEquals("Club", invite.groupName());
        assertEquals(
                read,
                invite.inviteExpiration() == null
                        ? null
                        : invite.inviteExpiration().value());
    }

    // I-21
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'o' | o", "{'selectedRowId': 'o'} | o", "7 | 7", "{'selectedRowId': 7} | 7", "{} |", "'' |"},
            quoteCharacter = '~')
    void theChoiceOfAListIsReadInEachForm(String written, String read) {
        Payload.Selection choice = Samples.entry(
                        "listResponseMessage", "'listResponseMessage': {'singleSelectReply': " + written + "}")
                .payload()
                .listResponseMessage();

        assertNotNull(choice);
        assertEquals(
                read,
                choice.singleSelectReply() == null
                        ? null
                        : choice.singleSelectReply().rowId());
    }

    // I-19
    @Test
    void anUnknownKindKeepsItsRawEntry() {
        String raw = Samples.entry("holoMessage", "'holo': {'depth': 3}").raw();

        assertNotNull(raw);
        assertTrue(raw.contains("\"holo\":{\"depth\":3}"), raw);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "locationMessage | ",
                "locationMessage | 'location': {'latitude': 1}",
                "locationMessage | 'location': {'latitude': 'NaN', 'longitude': 1}",
                "locationMessage | 'location': {'latitude': 1, 'longitude': 1e400}",
                "contactMessage | 'contact': []",
                "contactsArrayMessage | 'contacts': {}",
                "pollMessage | 'pollMessageData': {'options': []}",
                "pollUpdateMessage | 'pollMessageData': {'name': 'Which?'}",
                "editedMessage | 'editedMessageData': {'textMessage': 'b'}",
                "deletedMessage | 'deletedMessageData': {'stanzaId': ''}",
                "groupInviteMessage | 'groupInviteMessageData': 'no'",
                "buttonsMessage | 'interactiveButtons': {}",
                "interactiveButtons | ",
                "interactiveButtonsReply | ",
                "templateMessage | ",
                "listMessage | 'listMessage': null",
                "buttonsResponseMessage | ",
                "listResponseMessage | ",
                "templateButtonsReplyMessage | ",
                "interactiveButtonsResponse | ",
                "'' | ",
            },
            quoteCharacter = '~')
    void aKindWithoutItsPayloadKeepsItsRawEntry(String kind, String fields) {
        String typeMessage = kind.replace("'", "");

        MessageRow row = Samples.entry(typeMessage, fields == null ? "" : fields);

        assertNotNull(row.raw());
        assertEquals(typeMessage.isEmpty() ? null : typeMessage, row.typeMessage());
    }

    // I-20
    @ParameterizedTest
    @ValueSource(strings = {"templateButtonReplyMessage", "templateButtonsReplyMessage"})
    void theAnswerToATemplateIsFoundUnderEitherName(String key) {
        MessageRow row = Samples.entry("templateButtonsReplyMessage", "'" + key + "': {'selectedId': 'yes'}");

        assertEquals(
                "yes",
                Objects.requireNonNull(row.payload().templateButtonReplyMessage())
                        .selectedId());
    }
}
