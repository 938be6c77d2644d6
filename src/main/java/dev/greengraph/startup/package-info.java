/** What has to be right before the first request. Entry class: {@link dev.greengraph.startup.StartupChecks}. */
@NullMarked
package dev.greengraph.startup;

import org.jspecify.annotations.NullMarked;
