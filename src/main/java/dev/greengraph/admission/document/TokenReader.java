package dev.greengraph.admission.document;

import graphql.language.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/** Splits a text into GraphQL's tokens, to say what stands where the parser stopped. Linear in the text. */
final class TokenReader {

    /** What a token is. */
    enum Kind {
        PUNCTUATOR,
        NAME,
        NUMBER,
        STRING,
        UNFINISHED_STRING,
        OTHER,
        END
    }

    /**
     * A token.
     *
     * @param text as written
     * @param place where it begins, counted from 1 in characters of Unicode as the parser does
     */
    record Token(Kind kind, String text, SourceLocation place) {

        /** What a caller is told of it: only punctuators are repeated. */
        String label() {
            return switch (kind) {
                case PUNCTUATOR -> "'" + text + "'";
                case NAME -> "a name";
                case NUMBER -> "a number";
                case STRING -> "a string";
                case UNFINISHED_STRING -> "a string without its end";
                case OTHER -> "a character that begins no token";
                case END -> "the end of the document";
            };
        }
    }

    private static final String PUNCTUATORS = "!$&():=@[]{|}";
    private static final String ELLIPSIS = "...";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int line = 1;
    private int beginOfLine;

    private TokenReader(String text) {
        this.text = text;
    }

    /**
     * The tokens up to the first that begins there or behind, and so many more. The end of the text is a token.
     *
     * @param further how many more
     */
    static List<Token> upTo(String text, SourceLocation place, int further) {
        TokenReader reader = new TokenReader(text);
        reader.read(place, further);
        return reader.tokens;
    }

    private void read(SourceLocation place, int further) {
        int at = 0;
        int more = further;
        while (at < text.length()) {
            int end = end(at);
            if (!isIgnored(text.charAt(at))) {
                add(kind(at, end), at, end);
                if (!isBefore(tokens.get(tokens.size() - 1).place(), place) && more-- == 0) {
                    return;
                }
            }
            countLines(at, end);
            at = end;
        }
        add(Kind.END, at, at);
    }

    private void add(Kind kind, int begin, int end) {
        int column = text.codePointCount(beginOfLine, begin) + 1;
        tokens.add(new Token(kind, text.substring(begin, end), new SourceLocation(line, column)));
    }

    private static boolean isBefore(SourceLocation one, SourceLocation other) {
        return one.getLine() < other.getLine()
                || (one.getLine() == other.getLine() && one.getColumn() < other.getColumn());
    }

    private void countLines(int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                beginOfLine = i + 1;
            }
        }
    }

    private int end(int begin) {
        char first = text.charAt(begin);
        if (isNameStart(first) || isNumberStart(first)) {
            int end = begin + 1;
            while (end < text.length() && isPart(text.charAt(end), first)) {
                end++;
            }
            return end;
        }
        return text.startsWith(ELLIPSIS, begin) ? begin + ELLIPSIS.length() : QuotedText.end(text, begin);
    }

    private Kind kind(int begin, int end) {
        char first = text.charAt(begin);
        if (isNameStart(first)) {
            return Kind.NAME;
        }
        if (isNumberStart(first)) {
            return Kind.NUMBER;
        }
        if (first == '"') {
            return end > begin + 1 && text.charAt(end - 1) == '"' ? Kind.STRING : Kind.UNFINISHED_STRING;
        }
        boolean isPunctuator = first == '.' ? end - begin == ELLIPSIS.length() : PUNCTUATORS.indexOf(first) >= 0;
        return isPunctuator ? Kind.PUNCTUATOR : Kind.OTHER;
    }

    private static boolean isIgnored(char next) {
        return next == ' '
                || next == '\t'
                || next == '\n'
                || next == '\r'
                || next == ','
                || next == '#'
                || next == '\ufeff';
    }

    private static boolean isNameStart(char next) {
        return next == '_' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    }

    private static boolean isNumberStart(char next) {
        return next == '-' || (next >= '0' && next <= '9');
    }

    private static boolean isPart(char next, char first) {
        return isNameStart(next)
                || (next >= '0' && next <= '9')
                || (isNumberStart(first) && (next == '.' || next == '+' || next == '-'));
    }
}
