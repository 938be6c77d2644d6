package dev.greengraph.admission.document;

/** Comments and strings of a document: what stands in them is no syntax. */
final class QuotedText {

    private static final String BLOCK = "\"\"\"";

    private QuotedText() {}

    /** Where the text goes on behind that character, or behind the comment or string that begins with it. */
    static int end(String text, int begin) {
        if (text.charAt(begin) == '#') {
            return endOfLine(text, begin, false);
        }
        if (text.startsWith(BLOCK, begin)) {
            return endOfBlock(text, begin + BLOCK.length());
        }
        return text.charAt(begin) == '"' ? endOfLine(text, begin + 1, true) : begin + 1;
    }

    /** A string ends with its line, too: then it is none, and the parser says so. */
    private static int endOfLine(String text, int begin, boolean isString) {
        for (int i = begin; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '\n' || next == '\r') {
                return i;
            }
            if (isString && next == '"') {
                return i + 1;
            }
            i += isString && next == '\\' ? 1 : 0;
        }
        return text.length();
    }

    private static int endOfBlock(String text, int begin) {
        int end = text.indexOf(BLOCK, begin);
        while (end > 0 && text.charAt(end - 1) == '\\') {
            end = text.indexOf(BLOCK, end + BLOCK.length());
        }
        return end < 0 ? text.length() : end + BLOCK.length();
    }
}
