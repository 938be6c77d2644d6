/**
 * What changes in an account while somebody subscribes: both journals are read once for all subscribers, and each reading is
 * compared with the one before. Entry class: {@link dev.greengraph.live.ChangeFeeds}.
 */
@NullMarked
package dev.greengraph.live;

import org.jspecify.annotations.NullMarked;
