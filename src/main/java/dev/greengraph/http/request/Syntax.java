package dev.greengraph.http.request;

import dev.greengraph.graphql.error.SyntaxError;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.List;

/** Parses documents with the engine's options. */
public final class Syntax {

    /** SmallRye's message for a syntax error; it drops the parser's. */
    private static final String UNPARSEABLE = "Unparseable input document";

    private Syntax() {}

    /** Fails with {@link InvalidSyntaxException}. */
    static Document parse(String query) {
        ParserEnvironment environment = ParserEnvironment.newParserEnvironment()
                .document(query)
                .parserOptions(ParserOptions.getDefaultOperationParserOptions())
                .build();
        return Parser.parse(environment);
    }

    /** The same result; a syntax error gets its location. */
    public static ExecutionResult located(ExecutionResult result, String query) {
        List<GraphQLError> errors = result.getErrors();
        if (errors.size() != 1 || !UNPARSEABLE.equals(errors.get(0).getMessage())) {
            return result;
        }
        try {
            parse(query);
            return result;
        } catch (InvalidSyntaxException failure) {
            return ExecutionResult.newExecutionResult()
                    .addError(SyntaxError.of(failure))
                    .build();
        }
    }
}
