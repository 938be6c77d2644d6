/** What the upstream says about calls by voice and video. Entry class: {@link dev.greengraph.upstream.row.call.CallRow}. */
@NullMarked
package dev.greengraph.upstream.row.call;

import org.jspecify.annotations.NullMarked;
