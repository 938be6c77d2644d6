/**
 * How much is worked on at once: a concurrency limit with a FIFO queue, and refusals while the event loop lags. Entry class:
 * {@link dev.greengraph.http.load.LoadShedder}.
 */
@NullMarked
package dev.greengraph.http.load;

import org.jspecify.annotations.NullMarked;
