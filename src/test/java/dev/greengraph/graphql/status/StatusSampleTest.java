package dev.greengraph.graphql.status;

import static dev.greengraph.testsupport.Samples.JPEG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.account.AccountId;
import dev.greengraph.graphql.argument.Span;
import dev.greengraph.graphql.paging.Cursor;
import dev.greengraph.graphql.participant.AnswerMapping;
import dev.greengraph.testsupport.Samples;
import dev.greengraph.testsupport.Shown;
import dev.greengraph.upstream.row.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

/** getIncomingStatuses: the stories of contacts. */
class StatusSampleTest {

    private static final AccountId ACCOUNT = new AccountId("main");
    private static final String MEDIA = "https://sw-media.example/7103000001/0d000000-0000-4000-8000-00000000000";

    private final StatusConnection page = page(Samples.rows("get-incoming-statuses/whatsapp-every-kind"), null);

    @Test
    void everyEntryHasItsKindAndText() {
        assertEquals(
                List.of(
                        "TextStatus What a morning!",
                        "TextStatus Defaults",
                        "ImageStatus Sunrise",
                        "ImageStatus null",
                        "VideoStatus null",
                        "AudioStatus null",
                        "DeletedStatus null",
                        "TextStatus Exotic style"),
                page.nodes().stream()
                        .map(it -> it.getClass().getSimpleName() + " " + it.text())
                        .toList());
        assertEquals(0, page.skippedCount());
        assertEquals(8, page.totalCount());
    }

    @Test
    void textsKeepTheirStyleHoweverItIsWritten() {
        assertEquals("#228B22", status(TextStatus.class, 0).backgroundColor());
        assertEquals("SANS_SERIF", status(TextStatus.class, 0).font());
        assertEquals("228b22", status(TextStatus.class, 7).backgroundColor());
        assertEquals("FONT_NOT_IN_THE_DOCS", status(TextStatus.class, 7).font());
    }

    // I-22: the name of a file is not the one in its address; caption and contact name may be missing
    @Test
    void filesHaveAddressNameAndType() {
        assertEquals(
                new StatusFile(
                        MEDIA + "3.jpg", "Sunrise", "0d111111-0000-4000-8000-000000000003.jpg", "image/jpeg", JPEG),
                status(ImageStatus.class, 2).file());
        assertEquals(
                new StatusFile(MEDIA + "4.jpg", null, "0d000000-0000-4000-8000-000000000004.jpg", "image/jpeg", null),
                status(ImageStatus.class, 3).file());
        assertEquals("video/mp4", status(VideoStatus.class, 4).mimeType());
        assertEquals("audio/ogg; codecs=opus", status(AudioStatus.class, 5).mimeType());
        assertNull(status(AudioStatus.class, 5).thumbnail());
    }

    // I-16, I-17, I-22
    @Test
    void contactsAreShownUnderTheirBestName() {
        assertEquals(
                Shown.person("70000001001@c.us", "Vera S.", "Вера Примерова"),
                page.nodes().get(0).sender());
        assertEquals(
                Shown.person("70000001002@c.us", null, null),
                page.nodes().get(1).sender());
        assertEquals("Mila", page.nodes().get(7).sender().displayName());
        assertEquals("900000000000001@lid", page.nodes().get(7).chat().chatId());
    }

    // I-22
    @Test
    void aDeletionNamesItsStatus() {
        assertEquals(
                "1E000000000000000000000000000099",
                status(DeletedStatus.class, 6).deletedStatusId());
        assertEquals("deletedMessage", page.nodes().get(6).upstreamType());
    }

    @Test
    void onlyTheStatusesOfOneContactAreShownIfWanted() {
        StatusConnection own = page(Samples.rows("get-incoming-statuses/whatsapp-every-kind"), "70000001002@c.us");

        assertEquals(
                List.of("1E000000000000000000000000000002", "1E000000000000000000000000000004"),
                own.nodes().stream().map(Status::statusId).toList());
        assertEquals(2, own.totalCount());
    }

    @Test
    void aPageBeginsAfterItsCursor() {
        Rows rows = Samples.rows("get-incoming-statuses/whatsapp-every-kind");
        Cursor third = Cursor.decode(page.edges().get(2).cursor(), "statuses");

        StatusConnection next = StatusMapping.page(
                new AnswerMapping(ACCOUNT, List::of),
                "statuses",
                Samples.reading(rows),
                new StatusMapping.Wanted(null, Span.ALL, 2, third));

        assertEquals(page.nodes().subList(3, 5), next.nodes());
        assertTrue(next.pageInfo().hasNextPage());
        assertTrue(next.pageInfo().hasPreviousPage());
    }

    @Test
    void anAccountOfMaxHasNone() {
        StatusConnection none = page(Samples.rows("get-incoming-statuses/max-none"), null);

        assertEquals(List.of(), none.nodes());
        assertEquals(0, none.skippedCount());
    }

    @Test
    void whatIsNoStatusIsCountedOrKeptRaw() {
        Rows rows = Samples.list("""
                [{"idMessage": "S1", "timestamp": 30, "typeMessage": "holoMessage", "chatId": "1@c.us", "holo": 7},
                 {"idMessage": "S2", "timestamp": 20, "typeMessage": "deletedMessage", "chatId": "1@c.us"},
                 {"timestamp": 10, "typeMessage": "imageMessage", "chatId": "1@c.us"},
                 {"idMessage": "S4"}, 5]""");

        StatusConnection shown = page(rows, null);

        assertEquals(2, shown.totalCount());
        assertEquals(3, shown.skippedCount());
        assertTrue(((UnknownStatus) shown.nodes().get(0)).raw().contains("\"holo\":7"));
        assertEquals("deletedMessage", ((UnknownStatus) shown.nodes().get(1)).upstreamType());
    }

    // I-18
    @Test
    void aPlaceholderIsNeitherTextNorAddress() {
        Rows rows = Samples.list("""
                [{"idMessage": "S1", "timestamp": 30, "typeMessage": "videoMessage", "chatId": "1@c.us",
                  "downloadUrl": "{{SWE002}}", "caption": "Large"},
                 {"idMessage": "S2", "timestamp": 20, "typeMessage": "extendedTextMessage", "chatId": "1@c.us",
                  "extendedTextMessage": {"text": "{{SWE003}}"}}]""");

        List<Status> shown = page(rows, null).nodes();

        assertNull(((VideoStatus) shown.get(0)).downloadUrl());
        assertEquals("Large", shown.get(0).text());
        assertNull(shown.get(1).text());
    }

    private <T extends Status> T status(Class<T> kind, int index) {
        return kind.cast(page.nodes().get(index));
    }

    private static StatusConnection page(Rows rows, String senderId) {
        return StatusMapping.page(
                new AnswerMapping(ACCOUNT, List::of),
                "statuses",
                Samples.reading(rows),
                new StatusMapping.Wanted(senderId, Span.ALL, 100, null));
    }
}
