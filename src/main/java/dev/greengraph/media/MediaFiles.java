package dev.greengraph.media;

import dev.greengraph.account.Account;
import dev.greengraph.cache.AccountRepository;
import dev.greengraph.media.MediaFailure.Reason;
import dev.greengraph.media.address.FileId;
import dev.greengraph.media.address.FileId.OfMessage;
import dev.greengraph.media.address.FileId.OfSentStatus;
import dev.greengraph.media.address.FileId.OfStatus;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.impl.ContextInternal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of messages and statuses, and their small pictures. Its methods are to be called on the request's Vert.x
 * context.
 */
@Singleton
public class MediaFiles {

    private final AccountRepositories repositories;
    private final StorageHosts hosts;
    private final StorageClient storage;
    private final Clock clock;

    MediaFiles(AccountRepositories repositories, StorageHosts hosts, StorageClient storage, Clock clock) {
        this.repositories = repositories;
        this.hosts = hosts;
        this.storage = storage;
        this.clock = clock;
    }

    /**
     * The storage's answer for a file, paused: 200, 206, or 416 if a range is wanted. An address that does not work any more
     * is replaced once.
     *
     * <p>Fails with {@link MediaFailure}, or as an upstream call does.
     *
     * @param range the value of the header, if only a part is wanted
     */
    public Future<HttpClientResponse> open(Account account, FileId file, @Nullable String range) {
        FileSource source = source(account, file);
        return future(source.link())
                .compose(link -> storage.open(link, range)
                        .recover(failure -> isOver(failure)
                                ? future(source.linkInsteadOf(link)).compose(other -> storage.open(other, range))
                                : Future.failedFuture(failure)));
    }

    /** What its message or status calls the file, if that is held. */
    public Optional<String> name(Account account, FileId file) {
        return source(account, file).name();
    }

    /** The small picture: of what is held, else of one call. Fails as {@link #open}. */
    public Future<Thumbnail> thumbnail(Account account, FileId file) {
        return future(source(account, file)
                .thumbnail()
                .map(picture -> picture.flatMap(Thumbnail::of).orElseThrow(() -> new MediaFailure(Reason.NO_FILE))));
    }

    private FileSource source(Account account, FileId file) {
        AccountRepository repository = repositories.of(account.id());
        if (file.entry() instanceof OfMessage message) {
            MessageId id = MessageId.parse(message.id(), account.messenger())
                    .orElseThrow(() -> new MediaFailure(Reason.NO_FILE));
            return new MessageFile(repository, new ChatId(message.chat()), id, hosts, clock);
        }
        return file.entry() instanceof OfStatus status
                ? StatusFile.received(repository, status, hosts, clock)
                : StatusFile.sent(repository, (OfSentStatus) file.entry(), hosts, clock);
    }

    private static boolean isOver(Throwable failure) {
        return failure instanceof MediaFailure known && known.reason() == Reason.LINK_EXPIRED;
    }

    /** Completes on the current context, whichever thread the value comes on. */
    private static <T> Future<T> future(Uni<T> value) {
        Context owner = Vertx.currentContext();
        Promise<T> promise = ((ContextInternal) owner).promise();
        value.subscribe().with(promise::complete, promise::fail);
        return promise.future();
    }
}
