/**
 * Spans: which traces are continued, and what is removed from them before they are exported. Entry class: {@link
 * dev.greengraph.observe.trace.SpanRedaction}.
 */
@NullMarked
package dev.greengraph.observe.trace;

import org.jspecify.annotations.NullMarked;
