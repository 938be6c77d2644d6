package dev.greengraph.bench;

import dev.greengraph.account.AccountId;
import dev.greengraph.bench.Query.Kind;
import dev.greengraph.testsupport.VirtualTime;
import dev.greengraph.upstream.ChatId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * All queries of a run, made beforehand: every mechanism is asked the same at the same moments. A user polls the inbox
 * and, beside it, thinks, opens a chat, scrolls on (in 3 of 10 chats) and follows a quote (in 2 of 10), half of the
 * quotes to one of the newest 50 messages and half to one that is {@value #OLD} or more messages old.
 */
final class Workload {

    /** Messages of a page. */
    static final int PAGE = 50;
    /** The age of an old quoted message, counted in messages: beyond the window that two pages need. */
    static final int OLD = 150;

    private static final double SCROLLS = 0.3;
    private static final double FOLLOWS = 0.2;

    private final BenchConfig config;
    private final World world;
    private final double[] upToChat;
    private final List<Query> queries = new ArrayList<>();
    private final Instant end;

    private Workload(BenchConfig config, World world) {
        this.config = config;
        this.world = world;
        this.end = VirtualTime.START.plus(Duration.ofMinutes(config.minutes()));
        this.upToChat = new double[config.chats()];
        double sum = 0;
        for (int chat = 0; chat < upToChat.length; chat++) {
            sum += 1.0 / (chat + 1);
            upToChat[chat] = sum;
        }
    }

    /** The accounts of a run. */
    static List<AccountId> accounts(BenchConfig config) {
        return IntStream.range(0, config.accounts())
                .mapToObj(number -> new AccountId("account-" + number))
                .toList();
    }

    /** The queries, in the order of their moments. */
    static List<Query> of(BenchConfig config, World world) {
        Workload workload = new Workload(config, world);
        List<AccountId> accounts = accounts(config);
        for (int user = 0; user < config.users(); user++) {
            Random chance = new Random(31 * config.seed() + user);
            workload.poll(accounts.get(user % accounts.size()), chance);
            workload.read(accounts.get(user % accounts.size()), chance);
        }
        workload.queries.sort(Comparator.comparing(Query::at));
        return List.copyOf(workload.queries);
    }

    private void poll(AccountId account, Random chance) {
        Instant now = VirtualTime.START.plus(times(config.polling(), chance.nextDouble()));
        for (; now.isBefore(end); now = now.plus(times(config.polling(), 0.9 + 0.2 * chance.nextDouble()))) {
            queries.add(new Query(now, account, Kind.INBOX, null, null, false));
        }
    }

    private void read(AccountId account, Random chance) {
        Duration glance = config.thinkTime().dividedBy(4);
        Instant now = think(VirtualTime.START, config.thinkTime(), chance);
        for (; now.isBefore(end); now = think(now, config.thinkTime(), chance)) {
            int number = draw(chance);
            ChatId chat = World.chat(number);
            queries.add(new Query(now, account, Kind.OPEN, chat, null, false));
            if (chance.nextDouble() < SCROLLS) {
                Instant opened = now;
                now = think(now, glance, chance);
                add(new Query(now, account, Kind.SCROLL, chat, world.message(number, opened, PAGE - 1), false));
            }
            if (chance.nextDouble() < FOLLOWS) {
                boolean isOld = chance.nextBoolean();
                int back = isOld ? OLD + chance.nextInt(World.DEPTH / 3) : chance.nextInt(PAGE);
                now = think(now, glance, chance);
                add(new Query(now, account, Kind.QUOTE, chat, world.message(number, now, back), isOld));
            }
        }
    }

    private void add(Query query) {
        if (query.at().isBefore(end)) {
            queries.add(query);
        }
    }

    private int draw(Random chance) {
        double point = chance.nextDouble() * upToChat[upToChat.length - 1];
        int chat = 0;
        while (upToChat[chat] < point) {
            chat++;
        }
        return chat;
    }

    private static Instant think(Instant now, Duration average, Random chance) {
        return now.plus(times(average, -Math.log(1 - chance.nextDouble())));
    }

    private static Duration times(Duration time, double factor) {
        return Duration.ofNanos((long) (time.toNanos() * factor));
    }
}
