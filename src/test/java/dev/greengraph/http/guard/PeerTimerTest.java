package dev.greengraph.http.guard;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PeerTimerTest {

    private final Wire wire = new Wire();
    private final EmbeddedChannel connection = connection();

    private EmbeddedChannel connection() {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.freezeTime();
        channel.pipeline().addLast(wire, new PeerTimer(Duration.ofSeconds(2), Duration.ofSeconds(3)));
        return channel;
    }

    @Test
    void closesARequestThatTricklesIn() {
        for (int quarter = 0; quarter < 8; quarter++) {
            receive();
            pass(250);
            assertTrue(connection.isOpen());
        }
        pass(250);

        assertFalse(connection.isOpen());
    }

    @Test
    void letsAPeerBeSilentBeforeItAsks() {
        pass(3_600_000);

        assertTrue(connection.isOpen());
    }

    @Test
    void startsAnewWithEachRequest() {
        for (int request = 0; request < 3; request++) {
            receive();
            pass(1_750);
            send();
            wire.take();
        }
        pass(3_600_000);

        assertTrue(connection.isOpen());
    }

    @Test
    void closesWhereAnAnswerIsNotTaken() {
        receive();
        send();
        pass(3_000);
        assertTrue(connection.isOpen());
        pass(250);

        assertFalse(connection.isOpen());
    }

    @Test
    void givesNoMoreTimeForFurtherRequestsAndAnswers() {
        send();
        for (int quarter = 0; quarter < 13; quarter++) {
            assertTrue(connection.isOpen());
            receive();
            send();
            pass(250);
        }

        assertFalse(connection.isOpen());
    }

    private void receive() {
        connection.writeInbound(Unpooled.wrappedBuffer(new byte[1]));
    }

    private void send() {
        connection.writeOneOutbound(Unpooled.wrappedBuffer(new byte[1]));
    }

    private void pass(long millis) {
        connection.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        connection.runPendingTasks();
    }

    /** Carries nothing to the peer until it takes it. */
    private static final class Wire extends ChannelOutboundHandlerAdapter {

        private final Deque<ChannelPromise> waiting = new ArrayDeque<>();

        @Override
        public void write(ChannelHandlerContext context, Object bytes, ChannelPromise promise) {
            ((ByteBuf) bytes).release();
            waiting.add(promise);
        }

        void take() {
            waiting.forEach(ChannelPromise::setSuccess);
            waiting.clear();
        }
    }
}
