/** The upstream's endpoints, one REST interface each. It does not send calls by itself. */
@NullMarked
package dev.greengraph.upstream.endpoint;

import org.jspecify.annotations.NullMarked;
