/**
 * Windows of messages: the rows of one answer, indexed, cut and merged. Entry class: {@link
 * dev.greengraph.cache.window.Window}.
 */
@NullMarked
package dev.greengraph.cache.window;

import org.jspecify.annotations.NullMarked;
