package dev.greengraph.bench;

import dev.greengraph.account.AccountId;
import dev.greengraph.cache.AccountRepository;
import dev.greengraph.runtime.VirtualRepositories;
import dev.greengraph.testsupport.VirtualTime;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Rows;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the journals of one busy account bring in an hour: {@value #MESSAGES_A_DAY} messages a day, half of them received, and an
 * inbox of a day that is asked for every five seconds.
 */
final class BusyJournal implements VirtualRepositories.Upstream {

    private static final int MESSAGES_A_DAY = 10_000;
    private static final int A_DAY = 1_440;
    private static final Duration RUN = Duration.ofHours(1);
    private static final Duration POLLING = Duration.ofSeconds(5);
    private static final AccountId ACCOUNT = new AccountId("busy");

    private final VirtualTime time = new VirtualTime();
    private final VirtualUpstream upstream;
    private final List<MessageRow> incoming = new ArrayList<>();
    private final List<MessageRow> outgoing = new ArrayList<>();
    private long entries;
    private long bytes;

    private BusyJournal(Settings settings) {
        this.upstream = new VirtualUpstream(time, settings.bench());
        long start = VirtualTime.START.getEpochSecond();
        long day = Duration.ofMinutes(A_DAY).toSeconds();
        long messages = MESSAGES_A_DAY * (day + RUN.toSeconds()) / day;
        for (int number = 0; number < messages; number++) {
            (number % 2 == 0 ? incoming : outgoing)
                    .add(World.row(number % 50, number, start - day + number * day / MESSAGES_A_DAY));
        }
    }

    /** The hour, with these settings. */
    static BusyJournal of(Settings settings) {
        BusyJournal journal = new BusyJournal(settings);
        AccountRepository repository = new VirtualRepositories(
                        List.of(ACCOUNT),
                        journal,
                        settings.cache(),
                        settings.budget(),
                        settings.gate(),
                        journal.time,
                        journal.time::after)
                .of(ACCOUNT);
        for (Instant at = VirtualTime.START; at.isBefore(VirtualTime.START.plus(RUN)); at = at.plus(POLLING)) {
            journal.time.at(at, () -> repository.both(A_DAY).uni().subscribe().with(inbox -> {}));
        }
        journal.time.run();
        return journal;
    }

    @Override
    public Uni<Rows> incoming(AccountId account, int minutes) {
        return journal(EndpointTable.LAST_INCOMING_MESSAGES.endpoint(), minutes, incoming);
    }

    @Override
    public Uni<Rows> outgoing(AccountId account, int minutes) {
        return journal(EndpointTable.LAST_OUTGOING_MESSAGES.endpoint(), minutes, outgoing);
    }

    private Uni<Rows> journal(UpstreamEndpoint endpoint, int minutes, List<MessageRow> rows) {
        return upstream.call(ACCOUNT, endpoint, "minutes=" + minutes, now -> {
            Rows answer = World.last(rows, now, minutes);
            entries += answer.entries();
            bytes += answer.bytes();
            return answer;
        });
    }

    @Override
    public Uni<Rows> history(AccountId account, ChatId chat, int count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<MessageRow> message(AccountId account, ChatId chat, MessageId id) {
        throw new UnsupportedOperationException();
    }

    int calls() {
        return upstream.calls();
    }

    long entries() {
        return entries;
    }

    /** With {@code World}'s size of an entry. */
    long bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "%d calls, %d entries, %d MB".formatted(calls(), entries, bytes / 1_000_000);
    }
}
