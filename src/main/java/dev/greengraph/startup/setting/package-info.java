/**
 * How the texts of settings are read. What cannot be read is refused with a line that says what it must be; ranges are {@link
 * dev.greengraph.startup.StartupChecks}'s business. Entry class: {@link dev.greengraph.startup.setting.DurationSetting}.
 */
@NullMarked
package dev.greengraph.startup.setting;

import org.jspecify.annotations.NullMarked;
