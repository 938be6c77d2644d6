package dev.greengraph.startup;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** Ranges of settings; each message names the setting and what it must be. */
final class SettingRange {

    /** Longer durations are mistakes of the unit, and sums of them must not overflow. */
    private static final Duration LONGEST = Duration.ofDays(31);

    private SettingRange() {}

    static void atLeast(String setting, long value, long least) {
        check(value >= least, setting, "at least " + least);
    }

    static void oneOf(String setting, String value, Set<String> allowed) {
        oneOf(setting, value, "the name of a configured account", allowed);
    }

    static void oneOf(String setting, String value, String what, Set<String> allowed) {
        check(allowed.contains(value), setting, what + ", one of " + new TreeSet<>(allowed));
    }

    static void spacing(String setting, double value) {
        check(value >= 1 && value <= 1_000, setting, "between 1 and 1000");
    }

    static void weight(String setting, double value) {
        check(value >= 0.01 && value <= 1_000, setting, "between 0.01 and 1000");
    }

    static void headerName(String setting, String value) {
        check(value.matches("[A-Za-z0-9-]+"), setting, "the name of a header");
    }

    static void notNegative(String setting, Duration value) {
        check(!value.isNegative() && value.compareTo(LONGEST) <= 0, setting, "between 0s and 31d");
    }

    static void millisecond(String setting, Duration value) {
        check(value.toMillis() >= 1 && value.compareTo(Duration.ofHours(1)) <= 0, setting, "between 1ms and 1h");
    }

    static void wholeSeconds(String setting, Duration value, int least, int most) {
        long seconds = value.toSeconds();
        boolean isWhole = value.equals(Duration.ofSeconds(seconds));
        check(
                isWhole && seconds >= least && seconds <= most,
                setting,
                "whole seconds from " + least + "s to " + most + "s");
    }

    static void cooldown(String setting, Duration value) {
        check(value.toMillis() >= 1 && value.compareTo(LONGEST) <= 0, setting, "between 1ms and 31d");
    }

    static void backoff(String setting, Duration first, Duration longest) {
        check(longest.compareTo(first) >= 0, setting, "at least rate-limit-backoff");
    }

    static void ages(String prefix, Duration freshFor, Duration staleFor) {
        notNegative(prefix + ".fresh-for", freshFor);
        notNegative(prefix + ".stale-for", staleFor);
        check(staleFor.compareTo(freshFor) >= 0, prefix + ".stale-for", "at least fresh-for");
    }

    static void noShorter(String setting, Duration value, Duration least) {
        check(value.compareTo(least) >= 0, setting, "at least " + least.toSeconds() + "s");
    }

    private static void check(boolean allowed, String setting, String range) {
        if (!allowed) {
            throw new ConfigurationException(setting + ": must be " + range);
        }
    }
}
