/**
 * Entries about other messages: edits, deletions, reactions, votes and quotes, found by the message that they are about. How they are
 * shown is not decided here. Entry class: {@link dev.greengraph.cache.fold.FoldIndex}.
 */
@NullMarked
package dev.greengraph.cache.fold;

import org.jspecify.annotations.NullMarked;
