/**
 * A real browser for tests: Chromium without a window, driven over its DevTools protocol.
 *
 * <p>Needs an installed browser and nothing else: no driver program and no library. Start at
 * {@link dev.greengraph.testsupport.browser.Chromium}.
 */
@NullMarked
package dev.greengraph.testsupport.browser;

import org.jspecify.annotations.NullMarked;
