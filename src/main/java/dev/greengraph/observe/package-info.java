/**
 * What an operator can watch: names and recorders of metrics. It sees no other package; whoever has something to
 * record calls it. It decides nothing, and holds nothing of a caller or of what the upstream said.
 * Entry class: {@link dev.greengraph.observe.JournalMetrics}.
 */
@NullMarked
package dev.greengraph.observe;

import org.jspecify.annotations.NullMarked;
