package dev.greengraph.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes one connection if its peer takes too long: from the first byte of a request to the first byte of its answer, or
 * from there until the peer has taken the answer. Bytes that trickle change nothing, unlike for an idle timeout.
 *
 * <p>Stands before all decoders, so it covers every route, a head that never ends, and TLS. Limits are kept to the
 * quarter of a second.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Netty's: what fails is told to the promise that was passed in.
final class PeerTimer extends ChannelDuplexHandler {

    private static final long TICK_MILLIS = 250;
    private static final long NO_LIMIT = Long.MAX_VALUE;

    private final long ticksToAsk;
    private final long ticksToTake;
    private long ticksLeft = NO_LIMIT;
    private int unwritten;
    private @Nullable ScheduledFuture<?> ticking;

    /**
     * @param toAsk until the answer begins
     * @param toTake until the answer is taken
     */
    PeerTimer(Duration toAsk, Duration toTake) {
        this.ticksToAsk = ticks(toAsk);
        this.ticksToTake = ticks(toTake);
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
        if (ticksLeft == NO_LIMIT) {
            ticksLeft = ticksToAsk;
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void write(ChannelHandlerContext context, Object bytes, ChannelPromise promise) {
        if (unwritten++ == 0) {
            ticksLeft = ticksToTake;
        }
        context.write(bytes, promise.unvoid().addListener(written -> {
            if (--unwritten == 0) {
                ticksLeft = NO_LIMIT;
            }
        }));
    }

    private void tick(ChannelHandlerContext context) {
        if (ticksLeft != NO_LIMIT && --ticksLeft < 0) {
            context.close();
        }
    }
}
