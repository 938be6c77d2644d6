/**
 * Writes the response: media type, bounded JSON, errors, the report of cost, and the metrics of a request. Entry class:
 * {@link dev.greengraph.http.response.ResponseWriter}.
 */
@NullMarked
package dev.greengraph.http.response;

import org.jspecify.annotations.NullMarked;
