/** Reads an operation from a request: content type, strict JSON, the parameters of a GET. Fails with a {@code Refusal}. */
@NullMarked
package dev.greengraph.http.request;

import org.jspecify.annotations.NullMarked;
