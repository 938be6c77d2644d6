package dev.greengraph.graphql.error;

import graphql.GraphQLError;
import graphql.execution.InputMapDefinesTooManyFieldsException;
import graphql.execution.UnknownOperationException;
import graphql.schema.CoercingParseValueException;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an error means that the engine found in the document or in its variables; values are not repeated. */
public final class DocumentError {

    /** What the engine and SmallRye say of a value that does not fit; the rest repeats it, and may name a class. */
    private static final Pattern ARGUMENT = Pattern.compile("argument '([\\w.\\[\\]]+)' with value ");

    private static final Pattern VARIABLE = Pattern.compile("Variable '(\\w+)' has an invalid value");

    private DocumentError() {}

    /** The engine's message if it holds names only, else what must be. */
    public static CallerError of(GraphQLError error) {
        String message = String.valueOf(error.getMessage());
        Matcher argument = ARGUMENT.matcher(message);
        if (argument.find()) {
            return new CallerError(
                    ErrorCode.BAD_REQUEST,
                    argument.group(1) + ": must be a value of the type that the schema says",
                    Map.of("argument", argument.group(1)));
        }
        return new CallerError(
                ErrorCode.BAD_REQUEST, repeatsAValue(error, message) ? allowed(error, message) : message);
    }

    private static boolean repeatsAValue(GraphQLError error, String message) {
        return error instanceof CoercingParseValueException
                || error instanceof InputMapDefinesTooManyFieldsException
                || (error instanceof UnknownOperationException && message.startsWith("Unknown"))
                || (error instanceof ValidationError invalid
                        && invalid.getValidationErrorType() == ValidationErrorType.BadValueForDefaultArg);
    }

    private static String allowed(GraphQLError error, String message) {
        Matcher variable = VARIABLE.matcher(message);
        if (variable.lookingAt()) {
            return "$" + variable.group(1) + ": must be a value of the type that the document says";
        }
        if (error instanceof UnknownOperationException) {
            return "operationName: must be the name of an operation of the document";
        }
        return "variables: must be values of the types that the document says";
    }
}
