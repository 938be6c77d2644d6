package dev.greengraph.replica.script;

/** The scripts of an account's notifications, each one step of the server: their stream, and the lease to read a queue. */
public final class NotificationScripts {

    /**
     * Adds a notification (1) of a replica (2), of which the last so many (3) are kept for so long (4), and tells the channel
     * (5) that notice (6). Key: stream.
     */
    public static final RedisScript TELL = RedisScript.of("""
            redis.call('XADD', KEYS[1], 'MAXLEN', ARGV[3], '*', 'r', ARGV[2], 'v', ARGV[1])
            redis.call('PEXPIRE', KEYS[1], ARGV[4])
            redis.call('PUBLISH', ARGV[5], ARGV[6])
            """);

    /** What follows that entry (1), at most so many (2): of each its name, the replica and the notification. Key: stream. */
    public static final RedisScript READ = RedisScript.of("""
            local read = redis.call('XREAD', 'COUNT', ARGV[2], 'STREAMS', KEYS[1], ARGV[1])
            local all = {}
            if read then
              for _, entry in ipairs(read[1][2]) do all[#all + 1] = {entry[1], entry[2][2], entry[2][4]} end
            end
            return all
            """);

    /** Whether the lease is under that name (1), from now on for so long (2): it is taken if nobody has it. Key: lease. */
    public static final RedisScript HOLD = RedisScript.of("""
            local holder = redis.call('GET', KEYS[1])
            if holder and holder ~= ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return 1
            """);

    /** Ends the lease, if it is under that name (1). Key: lease. */
    public static final RedisScript RELEASE = RedisScript.of("""
            if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
            """);

    private NotificationScripts() {}
}
