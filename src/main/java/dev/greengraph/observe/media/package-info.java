/** What is counted of files that are served. Entry class: {@link dev.greengraph.observe.media.MediaMetrics}. */
@NullMarked
package dev.greengraph.observe.media;

import org.jspecify.annotations.NullMarked;
