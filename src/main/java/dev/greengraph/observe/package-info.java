/**
 * What an operator can watch: recorders of metrics, log keys, spans. All packages may call it, it calls none. It decides
 * nothing and keeps no data of callers or of the upstream.
 * Entry class: {@link dev.greengraph.observe.UpstreamMetrics}.
 */
@NullMarked
package dev.greengraph.observe;

import org.jspecify.annotations.NullMarked;
