package dev.greengraph.media;

import dev.greengraph.cache.AccountRepository;
import dev.greengraph.cache.Reading;
import dev.greengraph.media.MediaFailure.Reason;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.Payload;
import dev.greengraph.upstream.row.file.FileLinkRow;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file of a message. The address that stands in the message costs nothing, an answer of {@code downloadFile} is newer
 * than that; a call is made only if neither works.
 */
final class MessageFile implements FileSource {

    /** An answer that is younger is not asked for again: its address would not work either. */
    private static final Duration ASK_INTERVAL = Duration.ofMinutes(1);

    private final AccountRepository account;
    private final ChatId chat;
    private final MessageId message;
    private final StorageHosts hosts;
    private final Clock clock;

    MessageFile(AccountRepository account, ChatId chat, MessageId message, StorageHosts hosts, Clock clock) {
        this.account = account;
        this.chat = chat;
        this.message = message;
        this.hosts = hosts;
        this.clock = clock;
    }

    @Override
    public Uni<StorageLink> link() {
        return answered()
                .or(() -> held().flatMap(payload -> usable(payload.downloadUrl())))
                .map(link -> Uni.createFrom().item(link))
                .orElseGet(() -> ask(null));
    }

    @Override
    public Uni<StorageLink> linkInsteadOf(StorageLink dead) {
        return answered()
                .filter(link -> !link.equals(dead))
                .map(link -> Uni.createFrom().item(link))
                .orElseGet(() -> ask(dead));
    }

    @Override
    public Optional<String> name() {
        return held().map(Payload::fileName);
    }

    @Override
    public Uni<Optional<String>> thumbnail() {
        return held().map(Payload::jpegThumbnail)
                .map(picture -> Uni.createFrom().item(Optional.of(picture)))
                .orElseGet(() -> account.message(chat, message)
                        .uni()
                        .map(found -> found.map(MessageRow::payload).map(Payload::jpegThumbnail)));
    }

    private Optional<Payload> held() {
        return account.heldMessage(chat, message).map(MessageRow::payload);
    }

    private Optional<StorageLink> answered() {
        return account.details()
                .heldFileLink(chat, message)
                .flatMap(reading -> usable(reading.value().downloadUrl()));
    }

    /** Asks, unless what was answered lately says the same. */
    private Uni<StorageLink> ask(@Nullable StorageLink dead) {
        Optional<Reading<FileLinkRow>> held = account.details().heldFileLink(chat, message);
        if (held.isEmpty()) {
            return account.details().fileLink(chat, message).uni().map(this::link);
        }
        Instant now = clock.instant();
        Optional<StorageLink> answered = StorageLink.of(held.get().value().downloadUrl());
        if (answered.filter(link -> !link.equals(dead) && !link.hasExpired(now)).isPresent()) {
            return Uni.createFrom().item(held.get()).map(this::link);
        }
        if (now.isBefore(held.get().freshness().fetchedAt().plus(ASK_INTERVAL))) {
            Reason reason = answered.isEmpty() ? Reason.NO_FILE : Reason.LINK_EXPIRED;
            return Uni.createFrom().failure(new MediaFailure(reason));
        }
        return account.details().fileLinkAnew(chat, message).uni().map(this::link);
    }

    private StorageLink link(Reading<FileLinkRow> reading) {
        return hosts.checked(
                StorageLink.of(reading.value().downloadUrl()).orElseThrow(() -> new MediaFailure(Reason.NO_FILE)));
    }

    private Optional<StorageLink> usable(@Nullable String written) {
        return hosts.usable(written, clock.instant());
    }
}
