/**
 * Stage 1 of a request: the entry. Negotiates, reads, executes and writes one operation; {@link dev.greengraph.http.GraphqlRoute}
 * lists the steps. Its routes stand before that of Quarkus, which takes any content type, removes line breaks from the query and
 * serialises slowly; schema and execution are the framework's.
 */
@NullMarked
package dev.greengraph.http;

import org.jspecify.annotations.NullMarked;
