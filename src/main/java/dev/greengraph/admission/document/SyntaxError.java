package dev.greengraph.admission.document;

import dev.greengraph.admission.document.ExpectedSyntax.Unexpected;
import dev.greengraph.admission.document.TokenReader.Token;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import java.util.List;

/** A text that is no GraphQL document: where it stops being one, what could stand there, and what kind of token does. */
final class SyntaxError {

    /** The parser looks ahead to choose, and names the token where it began to. */
    private static final int LOOK_AHEAD = 20;

    private SyntaxError() {}

    /** Repeats no name, number or string of the text, as the parser would. */
    static GraphQLError of(InvalidSyntaxException failure, String text) {
        SourceLocation place = failure.getLocation();
        if (place == null) {
            return error("Syntax error").build();
        }
        // The parser's own tokens are named. Of what is no token it knows the place only.
        int further = failure.getOffendingToken() == null ? 0 : LOOK_AHEAD;
        List<Token> tokens = TokenReader.upTo(text, place, further);
        return tokens.stream()
                .filter(token -> token.place().equals(place))
                .findFirst()
                .map(found -> of(ExpectedSyntax.at(tokens, found)))
                .orElseGet(() -> error(at(place)).location(place).build());
    }

    private static GraphQLError of(Unexpected unexpected) {
        Token found = unexpected.token();
        List<String> expected = unexpected.expected();
        String what = expected.isEmpty() ? ": " : ": expected " + list(expected) + ", ";
        return error(at(found.place()) + what + "found " + found.label())
                .location(found.place())
                .build();
    }

    private static GraphqlErrorBuilder<?> error(String message) {
        return GraphqlErrorBuilder.newError().message(message).errorType(ErrorType.InvalidSyntax);
    }

    private static String at(SourceLocation place) {
        return "Syntax error at line " + place.getLine() + ", column " + place.getColumn();
    }

    private static String list(List<String> expected) {
        int last = expected.size() - 1;
        return last == 0 ? expected.get(0) : String.join(", ", expected.subList(0, last)) + " or " + expected.get(last);
    }
}
