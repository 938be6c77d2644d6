package dev.greengraph.admission.document;

import dev.greengraph.admission.document.TokenReader.Kind;
import dev.greengraph.admission.document.TokenReader.Token;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Goes through the grammar of operations and fragments up to the token that the parser did not take, and collects what it
 * could have been. Runs only after a syntax error; recurses hardly deeper than the parser did, since it gets few tokens
 * behind that one.
 */
final class ExpectedSyntax {

    /** The token at hand fits nothing. */
    private static final class Stop extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Stop() {
            super(null, null, false, false);
        }
    }

    private final List<Token> tokens;
    private final Set<String> expected = new LinkedHashSet<>();
    private int next;

    private ExpectedSyntax(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * Where the grammar stops.
     *
     * @param expected what could stand there; empty if that is not known
     */
    record Unexpected(Token token, List<String> expected) {}

    /**
     * The token that fits nothing: the one that the parser named, or one behind it, up to which the parser looked ahead. If
     * this grammar stops before that one, or nowhere, the parser's.
     *
     * @param named by the parser, one of the tokens
     */
    static Unexpected at(List<Token> tokens, Token named) {
        ExpectedSyntax grammar = new ExpectedSyntax(tokens);
        try {
            grammar.document();
        } catch (Stop stopped) {
            if (grammar.next >= tokens.indexOf(named) && grammar.next < tokens.size()) {
                return new Unexpected(tokens.get(grammar.next), List.copyOf(grammar.expected));
            }
        }
        return new Unexpected(named, List.of());
    }

    private void document() {
        do {
            definition();
        } while (token().kind() != Kind.END);
    }

    private void definition() {
        if (take("{")) {
            selections();
        } else if (keyword("query") || keyword("mutation") || keyword("subscription")) {
            name("a name");
            variables();
            directives();
            selectionSet();
        } else {
            require(keyword("fragment"));
            require(name("the name of a fragment"));
            require(keyword("on"));
            require(name("a type"));
            directives();
            selectionSet();
        }
    }

    private void selectionSet() {
        require(take("{"));
        selections();
    }

    /** At least one, up to the closing brace. */
    private void selections() {
        do {
            selection();
        } while (!take("}"));
    }

    private void selection() {
        if (name("a field")) {
            if (take(":")) {
                require(name("a field"));
            }
            arguments();
            directives();
            if (take("{")) {
                selections();
            }
        } else {
            require(take("..."));
            spread();
        }
    }

    private void spread() {
        if (keyword("on")) {
            require(name("a type"));
        } else if (name("the name of a fragment")) {
            directives();
            return;
        }
        directives();
        selectionSet();
    }

    private void variables() {
        if (take("(")) {
            require(take("$"));
            do {
                require(name("the name of a variable"));
                require(take(":"));
                type();
                if (take("=")) {
                    value();
                }
                directives();
            } while (take("$"));
            require(take(")"));
        }
    }

    private void type() {
        if (take("[")) {
            type();
            require(take("]"));
        } else {
            require(name("a type"));
        }
        take("!");
    }

    private void directives() {
        while (take("@")) {
            require(name("the name of a directive"));
            arguments();
        }
    }

    private void arguments() {
        if (take("(")) {
            require(name("an argument"));
            do {
                require(take(":"));
                value();
            } while (name("an argument"));
            require(take(")"));
        }
    }

    private void value() {
        Kind kind = token().kind();
        String text = token().text();
        boolean isValue = kind == Kind.NAME || kind == Kind.NUMBER || kind == Kind.STRING;
        require(accept(isValue || text.equals("$") || text.equals("[") || text.equals("{"), "a value"));
        if (kind != Kind.PUNCTUATOR) {
            return;
        }
        if (text.equals("$")) {
            require(name("the name of a variable"));
        } else if (text.equals("[")) {
            while (!take("]")) {
                value();
            }
        } else {
            while (!take("}")) {
                require(name("a field of the object"));
                require(take(":"));
                value();
            }
        }
    }

    private boolean take(String punctuator) {
        return accept(token().kind() == Kind.PUNCTUATOR && token().text().equals(punctuator), "'" + punctuator + "'");
    }

    private boolean keyword(String word) {
        return accept(token().kind() == Kind.NAME && token().text().equals(word), "'" + word + "'");
    }

    private boolean name(String label) {
        return accept(token().kind() == Kind.NAME, label);
    }

    private boolean accept(boolean fits, String label) {
        if (fits) {
            next++;
            expected.clear();
        } else {
            expected.add(label);
        }
        return fits;
    }

    private static void require(boolean taken) {
        if (!taken) {
            throw new Stop();
        }
    }

    private Token token() {
        if (next == tokens.size()) {
            throw new Stop();
        }
        return tokens.get(next);
    }
}
