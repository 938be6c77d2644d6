/**
 * How long an answer may be believed, by setting, and how old one is. Entry class: {@link
 * dev.greengraph.cache.freshness.FreshnessRule}.
 */
@NullMarked
package dev.greengraph.cache.freshness;

import org.jspecify.annotations.NullMarked;
