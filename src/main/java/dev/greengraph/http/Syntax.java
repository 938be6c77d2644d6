package dev.greengraph.http;

import dev.greengraph.graphql.error.SyntaxError;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.List;

/** Reads a document as the engine does. */
final class Syntax {

    /** What the framework says of a text that is no document, instead of what the parser said. */
    private static final String UNPARSEABLE = "Unparseable input document";

    private Syntax() {}

    /** Fails with {@link InvalidSyntaxException} if the text is no document. */
    static Document parse(String query) {
        ParserEnvironment environment = ParserEnvironment.newParserEnvironment()
                .document(query)
                .parserOptions(ParserOptions.getDefaultOperationParserOptions())
                .build();
        return Parser.parse(environment);
    }

    /** The same result; if the text was no document, with the place where it stops being one. */
    static ExecutionResult located(ExecutionResult result, String query) {
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
