package dev.greengraph.http.guard;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes one connection if its peer is too slow: from the first byte of a request to the first byte of its response, and
 * from there until the peer has read the response. Unlike with an idle timeout, single bytes do not extend the time.
 *
 * <p>Stands before all decoders, so it covers every route, a head that never ends, and the TLS handshake. Its resolution is
 * a quarter of a second.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty reports a failure to the promise that was passed in
final class PeerTimer extends ChannelDuplexHandler {

    private static final long TICK_MILLIS = 250;
    private static final long NO_LIMIT = Long.MAX_VALUE;

    private final long requestTicks;
    private final long responseTicks;
    private long remainingTicks = NO_LIMIT;
    private int unwritten;
    private @Nullable ScheduledFuture<?> ticking;

    /**
     * @param requestTime until the response begins
     * @param responseTime until the peer has read the response
     */
    PeerTimer(Duration requestTime, Duration responseTime) {
        this.requestTicks = ticks(requestTime);
        this.responseTicks = ticks(responseTime);
    }

    private static long ticks(Duration time) {
        return Math.max(1, (time.toMillis() + TICK_MILLIS - 1) / TICK_MILLIS);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        ticking = context.executor()
                .scheduleAtFixedRate(() -> tick(context), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (ticking != null) {
            ticking.cancel(false);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (remainingTicks == NO_LIMIT) {
            remainingTicks = requestTicks;
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void write(ChannelHandlerContext context, Object bytes, ChannelPromise promise) {
        if (unwritten++ == 0) {
            remainingTicks = responseTicks;
        }
        context.write(bytes, promise.unvoid().addListener(written -> {
            if (--unwritten == 0) {
                remainingTicks = NO_LIMIT;
            }
        }));
    }

    private void tick(ChannelHandlerContext context) {
        if (remainingTicks != NO_LIMIT && --remainingTicks < 0) {
            context.close();
        }
    }
}
