package org.redress.platform.web.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.quarkus.arc.Arc;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.VertxServiceProvider;

/** Shows each connection that a server accepts to the {@link Doorkeeper}. Found by its file. */
public final class Transports implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new Watched());
    }

    private static final class Watched extends JDKTransport {

        @Override
        public void configure(
                NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
            super.configure(options, domainSocket, bootstrap);
            bootstrap.handler(new Accepted());
        }
    }

    @Sharable
    private static final class Accepted extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext server, Object connection) {
            Arc.container().instance(Doorkeeper.class).get().watch((Channel) connection);
            server.fireChannelRead(connection);
        }
    }
}
