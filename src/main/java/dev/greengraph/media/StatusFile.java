package dev.greengraph.media;

import dev.greengraph.cache.AccountRepository;
import dev.greengraph.cache.freshness.FreshnessDemand;
import dev.greengraph.cache.freshness.FreshnessDemand.Otherwise;
import dev.greengraph.cache.window.Window;
import dev.greengraph.cache.window.WindowSizes;
import dev.greengraph.media.MediaFailure.Reason;
import dev.greengraph.media.address.FileId.OfSentStatus;
import dev.greengraph.media.address.FileId.OfStatus;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Payload;
import dev.greengraph.upstream.row.status.OutgoingStatusRow;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file of a status. The upstream tells where it is in its lists of statuses only: {@code downloadFile} is not said to know
 * statuses. If no list is held, or the address in it does not work, the list is read again, at most once a minute for all
 * statuses of that time.
 */
final class StatusFile implements FileSource {

    /** A list that is younger is not read again: its address would not work either. */
    private static final FreshnessDemand NEW = new FreshnessDemand(Duration.ofMinutes(1), null, Otherwise.ERROR);

    private final Supplier<Stream<Told>> held;
    private final IntFunction<Uni<Optional<Told>>> read;
    private final long seconds;
    private final StorageHosts hosts;
    private final Clock clock;

    private StatusFile(
            Supplier<Stream<Told>> held,
            IntFunction<Uni<Optional<Told>>> read,
            long seconds,
            StorageHosts hosts,
            Clock clock) {
        this.held = held;
        this.read = read;
        this.seconds = seconds;
        this.hosts = hosts;
        this.clock = clock;
    }

    /** What a list tells of the file. */
    private record Told(
            @Nullable String downloadUrl,
            @Nullable String fileName,
            @Nullable String thumbnail) {

        static Told of(Payload payload) {
            return new Told(payload.downloadUrl(), payload.fileName(), payload.jpegThumbnail());
        }

        static Told of(OutgoingStatusRow.File file) {
            return new Told(file.downloadUrl(), file.fileName(), file.jpegThumbnail());
        }
    }

    /** Of a status of a contact. */
    static StatusFile received(AccountRepository account, OfStatus status, StorageHosts hosts, Clock clock) {
        Function<Window, Optional<Told>> find = window ->
                window.find(status.chat(), status.id()).map(MessageRow::payload).map(Told::of);
        return new StatusFile(
                () -> account.heldStatuses().stream().flatMap(window -> find.apply(window).stream()),
                minutes -> account.demanding(NEW)
                        .statuses(minutes)
                        .map(reading -> find.apply(reading.value()))
                        .uni(),
                status.seconds(),
                hosts,
                clock);
    }

    /** Of a status that the account sent. */
    static StatusFile sent(AccountRepository account, OfSentStatus status, StorageHosts hosts, Clock clock) {
        Function<List<OutgoingStatusRow>, Optional<Told>> find = rows -> rows.stream()
                .filter(row -> row.idMessage().equals(status.id()))
                .findFirst()
                .map(OutgoingStatusRow::file)
                .map(Told::of);
        return new StatusFile(
                () -> account.details().heldOutgoingStatuses().stream().flatMap(rows -> find.apply(rows).stream()),
                minutes -> account.demanding(NEW)
                        .details()
                        .outgoingStatuses(minutes)
                        .map(reading -> find.apply(reading.value()))
                        .uni(),
                status.seconds(),
                hosts,
                clock);
    }

    @Override
    public Uni<StorageLink> link() {
        return held.get()
                .flatMap(told -> hosts.usable(told.downloadUrl(), clock.instant()).stream())
                .findFirst()
                .map(link -> Uni.createFrom().item(link))
                .orElseGet(() -> ask(null));
    }

    @Override
    public Uni<StorageLink> linkInsteadOf(StorageLink dead) {
        return ask(dead);
    }

    @Override
    public Optional<String> name() {
        return held.get().flatMap(told -> Stream.ofNullable(told.fileName())).findFirst();
    }

    @Override
    public Uni<Optional<String>> thumbnail() {
        return held.get()
                .flatMap(told -> Stream.ofNullable(told.thumbnail()))
                .findFirst()
                .map(picture -> Uni.createFrom().item(Optional.of(picture)))
                .orElseGet(() -> readList().map(told -> told.map(Told::thumbnail)));
    }

    private Uni<StorageLink> ask(@Nullable StorageLink dead) {
        return readList().map(told -> {
            StorageLink link = told.flatMap(known -> StorageLink.of(known.downloadUrl()))
                    .orElseThrow(() -> new MediaFailure(Reason.NO_FILE));
            if (link.equals(dead) || link.hasExpired(clock.instant())) {
                throw new MediaFailure(Reason.LINK_EXPIRED);
            }
            return hosts.checked(link);
        });
    }

    /** Nothing if no list goes back so far. */
    private Uni<Optional<Told>> readList() {
        long age = Duration.between(Instant.ofEpochSecond(seconds), clock.instant())
                .toMinutes();
        return age < WindowSizes.MOST_MINUTES
                ? read.apply((int) Math.max(1, age + 1))
                : Uni.createFrom().item(Optional.empty());
    }
}
