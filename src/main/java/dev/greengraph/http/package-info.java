/**
 * Stage 1 of a request: the entry. What HTTP decides before anything is parsed or executed.
 *
 * <p>{@link dev.greengraph.http.GraphiqlPage} serves the page for people beside the endpoint for programs.
 */
@NullMarked
package dev.greengraph.http;

import org.jspecify.annotations.NullMarked;
