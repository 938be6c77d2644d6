/**
 * What the upstream told by itself of the journals, until its answers hold it. Entry class: {@link
 * dev.greengraph.cache.notified.NotifiedJournals}.
 */
@NullMarked
package dev.greengraph.cache.notified;

import org.jspecify.annotations.NullMarked;
