package dev.greengraph.replica.script;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A script that the server runs as one step. The server's clock is read in it: those of the replicas may differ by minutes.
 *
 * @param text in Lua
 * @param sha by which a server knows it that has run it before
 */
public record RedisScript(String text, String sha) {

    /** The time of the server in milliseconds, as {@code now}. */
    private static final String NOW =
            "local time = redis.call('TIME') local now = time[1] * 1000 + math.floor(time[2] / 1000)\n";

    /**
     * The answer with its age, unless it is older than the age allowed (1); else the turn to ask for so long (3), under that
     * name (2), unless another has it. What another version kept there in another form is removed. Keys: answer, turn.
     */
    public static final RedisScript LOOK = of("""
            local held = redis.pcall('HMGET', KEYS[1], 'v', 't')
            if held.err then
              redis.call('DEL', KEYS[1])
              held = {}
            end
            local fetched = tonumber(held[2] or '')
            if held[1] and fetched then
              local age = math.max(0, now - fetched)
              if age <= tonumber(ARGV[1]) then return {'found', age, held[1]} end
            end
            if redis.call('SET', KEYS[2], ARGV[2], 'NX', 'PX', ARGV[3]) then return {'mine'} end
            return {'theirs', redis.call('PTTL', KEYS[2])}
            """);

    /** The turn lasts from now on so long (2), if it is still under that name (1). Key: turn. */
    public static final RedisScript PROLONG = of("""
            if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
            """);

    /**
     * Keeps the value (4), of that age (2), for so long (3), unless one that is not older is kept; without a value only the
     * turn of that name (1) is given back. Tells the channel (5) that notice (6). Keys: answer, turn.
     */
    public static final RedisScript KEEP = of("""
            if ARGV[4] ~= '' then
              local fetched = now - tonumber(ARGV[2])
              local held = tonumber(redis.call('HGET', KEYS[1], 't') or '') or -1
              if held < fetched or held > now then
                redis.call('HSET', KEYS[1], 'v', ARGV[4], 't', string.format('%.0f', fetched))
                redis.call('PEXPIRE', KEYS[1], ARGV[3])
              end
            end
            if redis.call('GET', KEYS[2]) == ARGV[1] then redis.call('DEL', KEYS[2]) end
            redis.call('PUBLISH', ARGV[5], ARGV[6])
            """);

    /** The script of that text, in which {@code now} is the time of the server. */
    public static RedisScript of(String lua) {
        String text = NOW + lua;
        try {
            byte[] sha = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.US_ASCII));
            return new RedisScript(text, HexFormat.of().formatHex(sha));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JVM has SHA-1", absent);
        }
    }

    /** Arguments of a script: bytes as they are, texts and numbers in ASCII. */
    public static List<byte[]> arguments(Object... values) {
        return Stream.of(values)
                .map(value ->
                        value instanceof byte[] bytes ? bytes : value.toString().getBytes(StandardCharsets.US_ASCII))
                .toList();
    }

    /** Runs it on a server that knows it. */
    public Request known(List<String> keys, List<byte[]> arguments) {
        return request(Command.EVALSHA, sha, keys, arguments);
    }

    /** Runs it on any server. */
    public Request whole(List<String> keys, List<byte[]> arguments) {
        return request(Command.EVAL, text, keys, arguments);
    }

    private static Request request(Command command, String script, List<String> keys, List<byte[]> arguments) {
        Request request = Request.cmd(command).arg(script).arg(keys.size());
        keys.forEach(request::arg);
        arguments.forEach(request::arg);
        return request;
    }
}
