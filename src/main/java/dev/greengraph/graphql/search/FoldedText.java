package dev.greengraph.graphql.search;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text as it is compared: without case, without accents, compatible forms alike (Unicode NFKD, marks removed, case folded).
 * {@code ё} is {@code е}, since most people write it so; {@code й} and {@code ў} are letters of their own, and stay.
 */
final class FoldedText {

    private static final char BREVE = '\u0306';

    private FoldedText() {}

    static String of(String text) {
        if (text.chars().allMatch(character -> character < 128)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder letters = new StringBuilder(decomposed.length());
        decomposed.codePoints().filter(point -> isLetter(point, letters)).forEach(letters::appendCodePoint);
        // Through capitals, which make SS of a sharp s. Then each letter alone: a sigma at the end of a word has a form
        // of its own.
        StringBuilder folded = new StringBuilder(letters.length());
        letters.toString()
                .toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .map(Character::toLowerCase)
                .forEach(folded::appendCodePoint);
        // A letter that keeps its mark is one again, else its beginning would be found in it.
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private static boolean isLetter(int point, StringBuilder before) {
        if (Character.getType(point) != Character.NON_SPACING_MARK) {
            return true;
        }
        return point == BREVE
                && !before.isEmpty()
                && Character.UnicodeScript.of(before.charAt(before.length() - 1)) == Character.UnicodeScript.CYRILLIC;
    }
}
