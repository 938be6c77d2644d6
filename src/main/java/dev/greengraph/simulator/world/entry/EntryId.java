package dev.greengraph.simulator.world.entry;

import dev.greengraph.account.Messenger;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * The id of a message. On MAX a message sent through the API is first known by 13 digits, the time of the call, and
 * later by the 18 digits that the messenger gave it; everywhere else both are the same.
 *
 * @param early id in the first two weeks
 * @param settled id afterwards
 */
public record EntryId(String early, String settled) {

    /** The upstream re-reads its MAX journal at some time; two weeks show both ids within one month of data. */
    private static final Duration SETTLES_AFTER = Duration.ofDays(14);

    public static EntryId fixed(String id) {
        return new EntryId(id, id);
    }

    public static EntryId incoming(Messenger messenger, Instant at, Random random) {
        return messenger == Messenger.MAX ? fixed(nativeMax(at, random)) : fixed("3A" + hex(random, 18));
    }

    public static EntryId typed(Messenger messenger, Instant at, Random random) {
        return messenger == Messenger.MAX ? fixed(nativeMax(at, random)) : fixed(hex(random, 32));
    }

    public static EntryId byApi(Messenger messenger, Instant at, Random random) {
        if (messenger == Messenger.MAX) {
            return new EntryId(timeOfCall(at, random), nativeMax(at, random));
        }
        return fixed(random.nextInt(3) == 0 ? "BAE5" + hex(random, 12) : "3EB0" + hex(random, 18));
    }

    public boolean isSettled(Instant sentAt, Instant now) {
        return !early.equals(settled) && !sentAt.plus(SETTLES_AFTER).isAfter(now);
    }

    public boolean is(String id) {
        return early.equals(id) || settled.equals(id);
    }

    private static String nativeMax(Instant at, Random random) {
        return Long.toString((at.toEpochMilli() << 16) | random.nextInt(1 << 16));
    }

    /** Milliseconds of the call, one to four seconds before the message; every fourth starts with a 2. */
    private static String timeOfCall(Instant at, Random random) {
        String millis = Long.toString(at.toEpochMilli() - 1000 - random.nextInt(3000));
        return random.nextInt(4) == 0 ? "2" + millis.substring(1) : millis;
    }

    private static String hex(Random random, int digits) {
        StringBuilder hex = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            hex.append("0123456789ABCDEF".charAt(random.nextInt(16)));
        }
        return hex.toString();
    }
}
