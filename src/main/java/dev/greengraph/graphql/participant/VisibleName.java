package dev.greengraph.graphql.participant;

import org.jspecify.annotations.Nullable;

/**
 * Which names show something. People give themselves names of fillers, blanks and controls, or of full stops, in order to
 * have none; such a name is absent wherever a name is shown.
 */
public final class VisibleName {

    private VisibleName() {}

    /** The name without blanks around it; null if it shows nothing. */
    public static @Nullable String of(@Nullable String name) {
        return name != null && hasName(name) ? name.strip() : null;
    }

    private static boolean hasName(String text) {
        int character;
        for (int i = 0; i < text.length(); i += Character.charCount(character)) {
            character = text.codePointAt(i);
            if (isName(character)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a character makes a name: it draws something by itself, and more than a full stop. */
    private static boolean isName(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> !isBlank(character);
        };
    }

    /** Letters and symbols that Unicode draws as nothing, and those that stand for nothing. */
    private static boolean isBlank(int character) {
        return switch (character) {
            case '.', // the usual way to have no name
                    0x115F, // Hangul choseong filler
                    0x1160, // Hangul jungseong filler
                    0x3164, // Hangul filler
                    0xFFA0, // halfwidth Hangul filler
                    0x2800, // blank Braille pattern
                    0x1D159, // musical symbol null notehead
                    0xFFFC, // object replacement character
                    0xFFFD // replacement character
            -> true;
            default -> false;
        };
    }
}
