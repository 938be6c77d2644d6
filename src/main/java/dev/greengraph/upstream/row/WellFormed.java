package dev.greengraph.upstream.row;

import org.jspecify.annotations.Nullable;

/**
 * Texts without lone surrogates. The upstream cuts texts in the middle of an emoji; strict JSON readers refuse the half.
 */
final class WellFormed {

    private static final char REPLACEMENT = '\ufffd';

    private WellFormed() {}

    /** The text with U+FFFD for every lone surrogate; the same text if it has none. */
    static @Nullable String of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return repaired(text, i);
            }
        }
        return text;
    }

    private static String repaired(String text, int from) {
        StringBuilder repaired = null;
        int i = from;
        while (i < text.length()) {
            boolean isPair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
            if (!isPair && Character.isSurrogate(text.charAt(i))) {
                repaired = repaired == null ? new StringBuilder(text) : repaired;
                repaired.setCharAt(i, REPLACEMENT);
            }
            i += isPair ? 2 : 1;
        }
        return repaired == null ? text : repaired.toString();
    }
}
