package dev.greengraph.simulator.recording;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Words and numbers in place of those that were said, of the same length and script. The same one always has the same
 * pseudonym, so that ids, mentions and votes still fit; which one it stands for is known only while the recording runs.
 */
final class Pseudonyms {

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*");
    private static final int SHORTEST_ID = 5;
    /** From here on numbers are ids that may hold a time; one with this beginning is before the messengers' time. */
    private static final int SHORTEST_TIME = 13;

    /** Far from the numbers of the invented people. */
    private static final int FIRST = 500_001;

    private static final int LONG_ENOUGH = 8;

    private final Random random;
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();

    /** @param random decides the words; a recording that leaves the machine wants one that nobody can guess */
    Pseudonyms(Random random) {
        this.random = random;
    }

    /** Every word and number replaced; what stands between them, emoji included, stays. */
    String of(String text) {
        return TOKEN.matcher(text).replaceAll(token -> token(token.group()));
    }

    private String token(String token) {
        boolean isNumber = token.chars().allMatch(each -> each >= '0' && each <= '9');
        return isNumber && token.length() >= SHORTEST_ID
                ? number(token)
                : words.computeIfAbsent(token, this::scrambled);
    }

    /** A number of as many digits, another one for each; as a telephone's it is nobody's. */
    String number(String digits) {
        return numbers.computeIfAbsent(digits, unseen -> {
            String beginning = digits.length() < SHORTEST_TIME ? "7" : "100";
            int first = digits.length() < LONG_ENOUGH ? 1 : FIRST;
            String count = Integer.toString(first + numbers.size());
            int zeros = digits.length() - beginning.length() - count.length();
            return beginning + "0".repeat(Math.max(0, zeros)) + count;
        });
    }

    private String scrambled(String word) {
        StringBuilder scrambled = new StringBuilder();
        word.codePoints().forEach(letter -> scrambled.append(another(letter)));
        return scrambled.toString();
    }

    private char another(int letter) {
        if (Character.isDigit(letter)) {
            return from('0', 10);
        }
        boolean isCyrillic = Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC;
        if (Character.isUpperCase(letter)) {
            return isCyrillic ? from('А', 32) : from('A', 26);
        }
        return isCyrillic ? from('а', 32) : from('a', 26);
    }

    private char from(char first, int count) {
        return (char) (first + random.nextInt(count));
    }
}
