package dev.greengraph.graphql.search;

import dev.greengraph.graphql.error.BadRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for: every word has to occur, in any order, be it inside a longer word.
 *
 * @param folded the words as they are compared
 */
record SearchWords(List<String> folded) {

    private static final int LONGEST = 200;
    private static final int MOST = 10;

    /** The words of the argument {@code text}; fails with {@link BadRequest} if there is none or too much. */
    static SearchWords of(String text) {
        if (text.length() > LONGEST) {
            throw new BadRequest("text", "at most " + LONGEST + " characters");
        }
        List<String> words = Stream.of(FoldedText.of(text).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        if (words.isEmpty() || words.size() > MOST) {
            throw new BadRequest("text", "1 to " + MOST + " words");
        }
        return new SearchWords(words);
    }

    boolean areIn(@Nullable String text) {
        if (text == null) {
            return false;
        }
        String searched = FoldedText.of(text);
        return folded.stream().allMatch(searched::contains);
    }
}
