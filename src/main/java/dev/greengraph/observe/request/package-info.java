/**
 * What is counted of the requests of callers and of their answers. Entry class: {@link
 * dev.greengraph.observe.request.RequestMetrics}.
 */
@NullMarked
package dev.greengraph.observe.request;

import org.jspecify.annotations.NullMarked;
