/** What the upstream says about calls by telephone. Entry class: {@link dev.greengraph.upstream.row.call.CallRow}. */
@NullMarked
package dev.greengraph.upstream.row.call;

import org.jspecify.annotations.NullMarked;
