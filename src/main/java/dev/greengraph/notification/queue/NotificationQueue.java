package dev.greengraph.notification.queue;

import dev.greengraph.account.Account;
import dev.greengraph.gate.EndpointGate;
import dev.greengraph.gate.turn.Wanted;
import dev.greengraph.upstream.UpstreamClient;
import dev.greengraph.upstream.endpoint.EndpointTable;
import dev.greengraph.upstream.endpoint.NextNotification;
import dev.greengraph.upstream.endpoint.TakenNotification;
import dev.greengraph.upstream.failure.UpstreamFailure.TimedOut;
import dev.greengraph.upstream.row.account.QueuedNotification;
import dev.greengraph.upstream.shape.Answered;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/**
 * The queue of one account at the upstream. Fails with {@link dev.greengraph.gate.RetryLater} if the gate cannot send in time,
 * else with an {@link dev.greengraph.upstream.failure.UpstreamFailure}.
 *
 * @param account whose
 * @param upstream sends the calls
 * @param receive the gate of receiveNotification
 * @param delete the gate of deleteNotification
 * @param waits how long the upstream waits for a notification, whole seconds
 */
record NotificationQueue(
        Account account, UpstreamClient upstream, EndpointGate receive, EndpointGate delete, Duration waits) {

    /** Nobody waits for these calls, but the gate may be closed for long. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The oldest notification, which stays in the queue; none if none came in time. That a call takes too long is usual. */
    Uni<Optional<QueuedNotification>> next() {
        NextNotification request = new NextNotification(waits);
        return receive.ask(
                Wanted.BY_NONE,
                PATIENCE,
                request.window(),
                listener -> upstream.call(account, EndpointTable.RECEIVE_NOTIFICATION, request, listener)
                        .map(Answered::value)
                        .onFailure(TimedOut.class)
                        .recoverWithItem(Optional.empty()));
    }

    /** Deletes a notification; that it is not there any more is as good. */
    Uni<Void> delete(QueuedNotification taken) {
        TakenNotification request = new TakenNotification(taken.receiptId());
        return delete.ask(
                        Wanted.BY_NONE,
                        PATIENCE,
                        request.window(),
                        listener -> upstream.call(account, EndpointTable.DELETE_NOTIFICATION, request, listener))
                .replaceWithVoid();
    }
}
