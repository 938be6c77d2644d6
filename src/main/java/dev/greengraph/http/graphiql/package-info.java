/** The GraphiQL page for people, beside the endpoint for programs. Entry class: {@link dev.greengraph.http.graphiql.GraphiqlPage}. */
@NullMarked
package dev.greengraph.http.graphiql;

import org.jspecify.annotations.NullMarked;
