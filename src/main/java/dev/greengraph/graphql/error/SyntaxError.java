package dev.greengraph.graphql.error;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;

/** A text that is no GraphQL document. */
public final class SyntaxError {

    private SyntaxError() {}

    /** Says where it stops being one; the parser would also repeat what stands there. */
    public static GraphQLError of(InvalidSyntaxException failure) {
        SourceLocation location = failure.getLocation();
        GraphqlErrorBuilder<?> error = GraphqlErrorBuilder.newError()
                .message("query: must be the text of a GraphQL document")
                .errorType(ErrorType.InvalidSyntax);
        return location == null ? error.build() : error.location(location).build();
    }
}
