/**
 * Stage 1 of a request: the entry. What may come in, and the writer of the answer.
 *
 * <p>Entry classes: {@link dev.greengraph.http.Entrance}, then {@link dev.greengraph.http.GraphqlRoute}. They stand before
 * the framework's own handler, which takes any content type, removes line breaks from the query and serialises slowly;
 * schema and execution are the framework's.
 * {@link dev.greengraph.http.GraphiqlPage} serves the page for people beside the endpoint for programs.
 */
@NullMarked
package dev.greengraph.http;

import org.jspecify.annotations.NullMarked;
