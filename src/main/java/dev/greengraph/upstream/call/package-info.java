/**
 * Sends one call and bounds it in time and size; the only package that knows the HTTP client. It does not know which
 * endpoints there are.
 */
@NullMarked
package dev.greengraph.upstream.call;

import org.jspecify.annotations.NullMarked;
