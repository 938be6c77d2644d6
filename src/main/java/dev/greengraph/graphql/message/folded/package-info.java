/**
 * What other entries say about a message, as it is shown on the message: reactions and edits. What makes them of rows lies in {@code
 * mapping}. Entry class: {@link dev.greengraph.graphql.message.folded.Reaction}.
 */
@NullMarked
package dev.greengraph.graphql.message.folded;

import org.jspecify.annotations.NullMarked;
