package dev.greengraph.graphql.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.graphql.error.BadRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages by cursor: an entry is named by seconds and id, such as {@code 30b}. */
class PageTest {

    private static final List<String> LIST = List.of("50e", "40d", "30c", "30b", "30a", "20z", "10y");

    @Test
    void anEmptyListHasAnEmptyPage() {
        Page<String> page = Page.cut(List.of(), PageTest::cursor, 10, null, true);

        assertEquals(List.of(), page.items());
        assertEquals(new PageInfo(false, false, null, null), page.info());
        assertEquals(0, page.totalCount());
    }

    @ParameterizedTest
    @CsvSource({"1, true", "6, true", "7, false", "8, false"})
    void theFirstPageBeginsAtTheNewest(int first, boolean hasNext) {
        Page<String> page = Page.cut(LIST, PageTest::cursor, first, null, true);

        assertEquals(LIST.subList(0, Math.min(first, 7)), page.items());
        assertEquals(hasNext, page.info().hasNextPage());
        assertFalse(page.info().hasPreviousPage());
        assertEquals(7, page.totalCount());
    }

    @Test
    void cursorsAreThoseOfTheEntries() {
        Page<String> page = Page.cut(LIST, PageTest::cursor, 2, cursor("40d"), true);

        assertEquals(List.of("30c", "30b"), page.items());
        assertEquals(cursor("30c").encode(), page.info().startCursor());
        assertEquals(cursor("30b").encode(), page.info().endCursor());
        assertEquals(List.of(cursor("30c").encode(), cursor("30b").encode()), page.cursors());
        assertTrue(page.info().hasPreviousPage());
    }

    @Test
    void makesOnlyTheEntriesThatAreRead() {
        List<String> made = new ArrayList<>();
        Page<String> page = Page.cut(LIST, PageTest::cursor, 5, null, true).map(entry -> {
            made.add(entry);
            return "made of " + entry;
        });

        assertEquals("made of 40d", page.items().get(1));
        assertEquals("made of 40d", page.items().get(1));
        assertEquals(5, page.items().size());
        assertEquals(List.of("40d"), made);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 7, 100})
    void pagesJoinWithoutGapAndWithoutRepetition(int first) {
        List<String> all = new ArrayList<>();
        PageInfo info = new PageInfo(true, false, null, null);
        while (info.hasNextPage()) {
            Page<String> page = Page.cut(LIST, PageTest::cursor, first, Cursor.decode(info.endCursor(), "list"), true);
            all.addAll(page.items());
            info = page.info();
        }

        assertEquals(LIST, all);
    }

    @Test
    void afterTheLastThereIsNothing() {
        Page<String> page = Page.cut(LIST, PageTest::cursor, 2, cursor("10y"), true);

        assertEquals(List.of(), page.items());
        assertEquals(new PageInfo(false, true, null, null), page.info());
    }

    @Test
    void theEndOfWhatWasReadIsNotTheEndOfTheList() {
        assertTrue(Page.cut(LIST, PageTest::cursor, 100, null, false).info().hasNextPage());
        assertTrue(
                Page.cut(LIST, PageTest::cursor, 2, cursor("10y"), false).info().hasNextPage());
    }

    @ParameterizedTest
    @CsvSource({"45x, 40d", "40c, 30c", "30bb, 30b", "30aa, 30a", "29z, 20z", "60a, 50e"})
    void afterAVanishedEntryTheNextOlderOneFollows(String vanished, String next) {
        assertEquals(
                List.of(next),
                Page.cut(LIST, PageTest::cursor, 1, cursor(vanished), true).items());
    }

    @Test
    void newerEntriesDoNotMoveThePage() {
        List<String> grown = new ArrayList<>(List.of("70g", "60f"));
        grown.addAll(LIST);

        assertEquals(
                Page.cut(LIST, PageTest::cursor, 3, cursor("30c"), true).items(),
                Page.cut(grown, PageTest::cursor, 3, cursor("30c"), true).items());
    }

    @Test
    void aPageOfOtherItemsKeepsItsPlace() {
        Page<String> page = Page.cut(LIST, PageTest::cursor, 2, null, true);
        Page<Integer> lengths = page.map(String::length);

        assertEquals(List.of(3, 3), lengths.items());
        assertEquals(page.cursors(), lengths.cursors());
        assertEquals(page.info(), lengths.info());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "115736627773767687", "Ж"})
    void aCursorIsReadAgain(String id) {
        Cursor cursor = new Cursor("list", 1_766_000_000, id);

        assertEquals(cursor, Cursor.decode(cursor.encode(), "list"));
        assertTrue(cursor.encode().matches("[A-Za-z0-9_-]+"), cursor.encode());
    }

    @Test
    void withoutACursorThereIsNone() {
        assertNull(Cursor.decode(null, "list"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "%%%",
                "base64:2\u001flist\u001f1\u001fa",
                "base64:1\u001fother\u001f1\u001fa",
                "base64:1\u001flist\u001fnow\u001fa",
                "base64:1\u001flist\u001f99999999999999999999\u001fa",
                "base64:1\u001flist\u001f1",
                "base64:1\u001flist\u001f1\u001fa\u001fb",
            })
    void whatIsNoCursorOfTheListIsRefused(String after) {
        String text = after.startsWith("base64:")
                ? Base64.getUrlEncoder().encodeToString(after.substring(7).getBytes(StandardCharsets.UTF_8))
                : after;

        assertEquals(
                "after",
                assertThrows(BadRequest.class, () -> Cursor.decode(text, "list"))
                        .argument());
    }

    @Test
    void aCursorHasALongestForm() {
        String longest = new Cursor("list", 1, "a".repeat(741)).encode();
        assertEquals(1_000, longest.length());

        assertEquals(741, Cursor.decode(longest, "list").id().length());
        assertThrows(BadRequest.class, () -> Cursor.decode(longest + "A", "list"));
    }

    private static Cursor cursor(String entry) {
        return new Cursor("list", Long.parseLong(entry.substring(0, 2)), entry.substring(2));
    }
}
