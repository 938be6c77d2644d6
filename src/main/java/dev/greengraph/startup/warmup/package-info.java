/**
 * Typical queries before the first caller's, so that a fresh process answers as an old one does. Not a cache: nothing that a
 * caller may read is loaded, and the upstream is not asked. Entry class: {@link dev.greengraph.startup.warmup.WarmUp}.
 */
@NullMarked
package dev.greengraph.startup.warmup;

import org.jspecify.annotations.NullMarked;
