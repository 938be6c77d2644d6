/** Calls by voice and video. Entry class: {@link dev.greengraph.graphql.call.CallApi}. */
@NullMarked
package dev.greengraph.graphql.call;

import org.jspecify.annotations.NullMarked;
