package dev.greengraph.graphql.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.greengraph.graphql.error.BadRequest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts a search finds. */
class SearchWordsTest {

    @ParameterizedTest
    @CsvSource({
        "good, Good MORNING, true",
        "MORNING good, Good morning, true",
        "orn, Good morning, true",
        "good evening, Good morning, false",
        "ПРИВЕТ, Привет всем, true",
        "елка, Ёлка в лесу, true",
        "ёлка, ЕЛКА, true",
        "мой, Мой дом, true",
        "мои, Мой дом, false",
        "мой, мои дома, false",
        "їжак, ЇЖАК, true",
        "ўсё, Ўсе, true",
        "усе, Ўсе, false",
        "cafe, un CAFÉ noir, true",
        "café, cafe, true",
        "strasse, Straße, true",
        "STRAẞE, strasse, true",
        "οσ, ΌΣΑ, true",
        "σοσ, ΣΟΣ, true",
        "istanbul, İSTANBUL, true",
        "１２, order 12, true",
        "fi, oﬃce, true",
        "中文, 学中文, true",
        "😀, so 😀, true",
        "😀, so 😁, false"
    })
    void findsWithoutRegardToCaseAndAccents(String words, String text, boolean isFound) {
        assertEquals(isFound, SearchWords.of(words).areIn(text));
    }

    @Test
    void findsALetterHoweverItsMarkIsWritten() {
        assertEquals(FoldedText.of("й"), FoldedText.of("и\u0306"));
        assertEquals(FoldedText.of("é"), FoldedText.of("e\u0301"));
    }

    @Test
    void findsNothingWhereThereIsNoText() {
        assertFalse(SearchWords.of("x").areIn(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u0301"})
    void wantsAWord(String text) {
        assertThrows(BadRequest.class, () -> SearchWords.of(text));
    }

    @Test
    void takesTenWordsAndTwoHundredCharacters() {
        String ten = IntStream.range(0, 10).mapToObj(String::valueOf).collect(Collectors.joining(" "));
        assertEquals(10, SearchWords.of(ten).folded().size());
        assertThrows(BadRequest.class, () -> SearchWords.of(ten + " more"));
        assertEquals(1, SearchWords.of("x".repeat(200)).folded().size());
        assertThrows(BadRequest.class, () -> SearchWords.of("x".repeat(201)));
    }
}
