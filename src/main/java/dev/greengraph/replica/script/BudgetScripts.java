package dev.greengraph.replica.script;

/**
 * The scripts of a budget, each one step of the server. What is known of a gate: {@code next}, the earliest time of the next
 * call; {@code holder}, the grant of the last call until it is said to be sent; {@code closed} and {@code why}, until when
 * nothing is sent; {@code fails}, failures in a row; {@code probe} and {@code probed}, the call that finds out whether the
 * upstream is back, and until when it is waited for; {@code backoff}; {@code rate}. The queue holds for each replica that waits
 * its number, when it is to come back, and how many of its calls wait: none if its callers were refused and told a time.
 */
public final class BudgetScripts {

    /** How long until the gate opens, and why not yet; zero if it is open. Keys: gate, queue, account. */
    private static final String CLOSED = """
            local function num(text) return tonumber(text or '') or 0 end
            local function whole(number) return string.format('%.0f', number) end
            local g = redis.call('HMGET', KEYS[1], 'next', 'closed', 'why', 'fails', 'probe', 'probed', 'holder', 'rate')
            local a = redis.call('HMGET', KEYS[3], 'closed', 'why')
            local space, late, limit = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
            local hold = math.max(space, tonumber(ARGV[4]))
            local next = math.min(num(g[1]), now + space + hold)
            local closedFor, why = num(g[2]) - now, g[3]
            if num(a[1]) - now > closedFor then closedFor, why = num(a[1]) - now, a[2] end
            local tripped = num(g[4]) >= limit
            if closedFor <= 0 and tripped and g[5] and num(g[6]) > now then closedFor, why = math.min(100, num(g[6]) - now), g[3] end
            local waiting = {}
            local all = redis.call('HGETALL', KEYS[2])
            for i = 1, #all, 2 do
              local number, back, calls = string.match(all[i + 1], '^(%d+) (%d+) (%d+)$')
              number, back, calls = num(number), num(back), num(calls)
              if back + late < now or back > now + (#all + 6) * hold then redis.call('HDEL', KEYS[2], all[i])
              else waiting[all[i]] = {number, back, calls} end
            end
            """;

    /**
     * Asks to send a call. Arguments: space (1), how late others may come back (2), failures that open the breaker (3), least
     * time for which a grant is held (4), replica (5), grant (6), calls that wait (7), how long a probe is waited for (8), how
     * long the caller waits (9).
     * Returns {@code granted} with the time that others need, the rate, and that time with those who were told to come back;
     * {@code wait} with a time, and the time if all come back first who were told one; {@code closed} with a time and the outcome that closed it. Keys: gate, queue, account.
     */
    public static final RedisScript CLAIM = RedisScript.of(CLOSED + """
            if closedFor > 0 then return {'closed', closedFor, why or ''} end
            local mine, calls = waiting[ARGV[5]], tonumber(ARGV[7])
            local number = mine and mine[1] or redis.call('HINCRBY', KEYS[1], 'number', 1)
            local ahead, told, away, others, first = 0, 0, 0, 0, nil
            for replica, other in pairs(waiting) do
              if replica ~= ARGV[5] then
                others = others + math.min(other[3], calls)
                if other[3] == 0 then away = away + 1 end
                if other[1] < number and other[3] == 0 then told = told + 1
                elseif other[1] < number then
                  ahead = ahead + 1
                  first = math.min(first or other[2], other[2])
                end
              end
            end
            local reply
            if ahead == 0 and now >= next then
              if calls > 1 then
                local again = redis.call('HINCRBY', KEYS[1], 'number', 1)
                redis.call('HSET', KEYS[2], ARGV[5], again .. ' ' .. whole(now + space + hold / 2) .. ' ' .. (calls - 1))
              else redis.call('HDEL', KEYS[2], ARGV[5]) end
              redis.call('HSET', KEYS[1], 'next', whole(now + space + hold), 'holder', ARGV[6])
              if tripped then redis.call('HSET', KEYS[1], 'probe', ARGV[6], 'probed', whole(now + tonumber(ARGV[8]))) end
              reply = {'granted', others * space, g[8] or '', (others + away) * space}
            else
              local soonest = g[7] and next - hold or next
              local wait
              if soonest > now then wait = soonest - now + ahead * space
              elseif next > now then wait = math.min(next - now, 20) + ahead * space
              else wait = first + late + 1 - now end
              wait = math.max(1, wait)
              local back = now + wait
              if wait > tonumber(ARGV[9]) then calls = calls - 1 end
              if calls == 0 then back = back + told * space end
              redis.call('HSET', KEYS[2], ARGV[5], number .. ' ' .. whole(back) .. ' ' .. calls)
              reply = {'wait', wait, wait + told * space}
            end
            redis.call('PEXPIRE', KEYS[1], 600000)
            redis.call('PEXPIRE', KEYS[2], 60000)
            return reply
            """);

    /**
     * How long until a call may be sent that nobody waits for. Arguments as of a claim, the first four. Keys: gate, queue,
     * account.
     */
    public static final RedisScript IDLE = RedisScript.of(CLOSED + """
            if closedFor > 0 then return closedFor end
            if next > now then return next - now end
            for replica, other in pairs(waiting) do return math.max(1, other[2] + late - now) end
            return 0
            """);

    /** The call of that grant (1) was sent, the next may follow so long after it (2). Key: gate. */
    public static final RedisScript SENT = RedisScript.of("""
            local g = redis.call('HMGET', KEYS[1], 'next', 'holder')
            local next = now + tonumber(ARGV[2])
            if g[2] == ARGV[1] then redis.call('HDEL', KEYS[1], 'holder')
            else next = math.max(next, tonumber(g[1] or '') or 0) end
            redis.call('HSET', KEYS[1], 'next', string.format('%.0f', next))
            redis.call('PEXPIRE', KEYS[1], 600000)
            """);

    /**
     * The call of that grant (1) ended. Space (2); since when it has been at the upstream, negative if that is without
     * consequence (3); outcome (4); failures that open the breaker (5), how long (6); first backoff after a 429 (7), longest
     * (8); cooldown after a 466 (9), a 401 (10); the rate, if the upstream named it (11). Keys: gate, account.
     */
    public static final RedisScript ENDED = RedisScript.of("""
            local function num(text) return tonumber(text or '') or 0 end
            local g = redis.call('HMGET', KEYS[1], 'next', 'holder', 'probe', 'closed', 'backoff')
            local ago, outcome, closed = tonumber(ARGV[3]), ARGV[4], num(g[4])
            if g[2] == ARGV[1] then
              redis.call('HSET', KEYS[1], 'next', string.format('%.0f', now))
              redis.call('HDEL', KEYS[1], 'holder')
              g[1] = now
            end
            if ago >= 0 then
              local next = math.max(num(g[1]), now - ago + tonumber(ARGV[2]))
              redis.call('HSET', KEYS[1], 'next', string.format('%.0f', next))
            end
            if g[3] == ARGV[1] then redis.call('HDEL', KEYS[1], 'probe', 'probed') end
            local function close(time)
              if now + time > closed then
                closed = now + time
                redis.call('HSET', KEYS[1], 'closed', string.format('%.0f', closed), 'why', outcome)
              end
            end
            if outcome == 'RATE_LIMITED' then
              local backoff = math.max(num(g[5]), tonumber(ARGV[7]))
              close(backoff)
              redis.call('HSET', KEYS[1], 'backoff', math.min(backoff * 2, tonumber(ARGV[8])))
            elseif outcome == 'QUOTA_EXCEEDED' then close(tonumber(ARGV[9]))
            elseif outcome == 'UNAUTHORIZED' then
              local held = num(redis.call('HGET', KEYS[2], 'closed'))
              if now + tonumber(ARGV[10]) > held then
                redis.call('HSET', KEYS[2], 'closed', string.format('%.0f', now + tonumber(ARGV[10])), 'why', outcome)
                redis.call('PEXPIRE', KEYS[2], ARGV[10])
              end
            elseif outcome == 'UNAVAILABLE' or outcome == 'TIMED_OUT' then
              if redis.call('HINCRBY', KEYS[1], 'fails', 1) >= tonumber(ARGV[5]) then close(tonumber(ARGV[6])) end
            elseif outcome ~= '' then
              redis.call('HDEL', KEYS[1], 'fails')
              if outcome == 'ANSWERED' then redis.call('HDEL', KEYS[1], 'backoff') end
            end
            if ARGV[11] ~= '' then redis.call('HSET', KEYS[1], 'rate', ARGV[11]) end
            redis.call('PEXPIRE', KEYS[1], 600000 + math.max(0, closed - now))
            """);

    /**
     * A replica (1) is there; who has not said so for that time (2) is missing, and forgotten after that time (5). It keeps the
     * number that it had (3, -1 for none) unless another has that, else it takes the least that is free, if need be of one that
     * is missing: so no other's number changes when one comes or goes. One that is there and does not share (4, else empty) has
     * all part the budget for that time. So does one whose call was refused for the rate (6, else empty), as long as one is
     * missing: that one may send, out of reach of this server. The most parts of the budget that anybody needed within a time (8)
     * hold for all, also for one that has just come; one that did not share until now says how many it knew of (7, else 0).
     * Returns the time of the server, the parts, its own number, and 1 if the budget is parted. Key: replicas.
     */
    public static final RedisScript BEAT = RedisScript.of("""
            local ttl, own, remembered = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[5])
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. string.format('%.0f', now - remembered))
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '(' .. string.format('%.0f', now + ttl), '+inf')
            local taken, missing, parts = {}, {}, 0
            local all = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
            for i = 1, #all, 2 do
              local name, number = string.match(all[i], '^(.*):(%d+)$')
              local needed = string.match(all[i], '^parts (%d+)$')
              if needed and tonumber(all[i + 1]) < now - tonumber(ARGV[8]) then redis.call('ZREM', KEYS[1], all[i])
              elseif needed then parts = math.max(parts, tonumber(needed))
              elseif name == ARGV[1] then redis.call('ZREM', KEYS[1], all[i])
              elseif name and tonumber(all[i + 1]) < now - ttl then missing[tonumber(number)] = all[i]
              elseif name then taken[tonumber(number)] = true end
            end
            if own < 0 or taken[own] then
              own = 0
              while taken[own] do own = own + 1 end
            end
            if missing[own] then
              redis.call('ZREM', KEYS[1], missing[own])
              missing[own] = nil
            end
            redis.call('ZADD', KEYS[1], now, ARGV[1] .. ':' .. own)
            if ARGV[4] ~= '' then redis.call('ZADD', KEYS[1], now + ttl, 'parted') end
            if not next(missing) then redis.call('ZREM', KEYS[1], 'sending')
            elseif ARGV[6] ~= '' then redis.call('ZADD', KEYS[1], now, 'sending') end
            local isSending = redis.call('ZSCORE', KEYS[1], 'sending')
            local parted = tonumber(redis.call('ZSCORE', KEYS[1], 'parted') or '') or 0
            local highest = own
            for number in pairs(taken) do highest = math.max(highest, number) end
            if isSending then for number in pairs(missing) do highest = math.max(highest, number) end end
            local current = math.max(highest + 1, tonumber(ARGV[7]))
            redis.call('ZADD', KEYS[1], now, 'parts ' .. string.format('%.0f', current))
            redis.call('PEXPIRE', KEYS[1], remembered)
            return {string.format('%.0f', now), math.max(parts, current), own, (isSending or parted > now) and 1 or 0}
            """);

    private BudgetScripts() {}
}
