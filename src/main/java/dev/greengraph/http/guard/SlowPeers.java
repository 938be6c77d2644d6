package dev.greengraph.http.guard;

import dev.greengraph.http.load.LimitsConfig;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

/**
 * Adds a {@link PeerTimer} to every connection that the HTTP servers of this process accept.
 *
 * <p>Vert.x limits how long a peer is silent but not how long it takes in all: a peer that sends a byte now and then holds a
 * connection for ever, and no handler runs before the head is complete. The server channel sees each accepted connection;
 * Vert.x does not expose that channel, but its acceptor event loop lists it. Quarkus fires its event when the server already
 * listens: a connection accepted before that is not timed.
 */
@ApplicationScoped
class SlowPeers {

    private final Vertx vertx;
    private final LimitsConfig limits;

    SlowPeers(Vertx vertx, LimitsConfig limits) {
        this.vertx = vertx;
        this.limits = limits;
    }

    void watch(@ObservesAsync HttpServerStart start) {
        watchAll();
    }

    void watch(@ObservesAsync HttpsServerStart start) {
        watchAll();
    }

    private void watchAll() {
        for (EventExecutor loop : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            loop.execute(() ->
                    ((SingleThreadEventLoop) loop).registeredChannelsIterator().forEachRemaining(this::watch));
        }
    }

    private void watch(Channel channel) {
        if (channel instanceof ServerChannel && channel.pipeline().get(TimerInstaller.class) == null) {
            channel.pipeline().addFirst(new TimerInstaller());
        }
    }

    @ChannelHandler.Sharable
    private final class TimerInstaller extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            ((Channel) accepted)
                    .pipeline()
                    .addFirst(new PeerTimer(limits.receiveTime().plus(limits.requestTime()), limits.sendTime()));
            context.fireChannelRead(accepted);
        }
    }
}
