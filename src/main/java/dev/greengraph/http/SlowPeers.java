package dev.greengraph.http;

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
 * Gives every connection of the servers of this process its {@link PeerTimer}.
 *
 * <p>Vert.x bounds the silence of a peer but not the time that it takes: a byte now and then holds a connection for ever,
 * and before a whole head is there nobody is told of it. A server's own channel sees each connection when it is accepted;
 * Vert.x does not show that channel, its event loop does. The platform tells of a server when it listens already: what
 * connects in that moment is not timed.
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
        if (channel instanceof ServerChannel && channel.pipeline().get(Accepted.class) == null) {
            channel.pipeline().addFirst(new Accepted());
        }
    }

    @ChannelHandler.Sharable
    private final class Accepted extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            ((Channel) accepted)
                    .pipeline()
                    .addFirst(new PeerTimer(limits.receiveTime().plus(limits.requestTime()), limits.sendTime()));
            context.fireChannelRead(accepted);
        }
    }
}
