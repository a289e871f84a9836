package org.redress.platform.web.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.net.impl.VertxHandler;

/**
 * Stands before the decoder: sees when a request begins, and takes the places behind the decoder
 * once the server has made it.
 */
final class FirstBytes extends ChannelInboundHandlerAdapter {

    private static final String DECODER = "httpDecoder";
    private static final String ENCODER = "httpEncoder";

    private final Patience patience;
    private final Unreadable unreadable;
    private boolean isPrepared;

    FirstBytes(Patience patience, Unreadable unreadable) {
        this.patience = patience;
        this.unreadable = unreadable;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        patience.begin(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        patience.begin(context);
        if (!isPrepared) {
            isPrepared = true;
            prepare(context.pipeline());
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        patience.stop();
        context.fireChannelInactive();
    }

    private void prepare(ChannelPipeline pipeline) {
        if (pipeline.get(DECODER) == null) {
            // The server first looks whether the bytes are HTTP/2, and makes its decoder then.
            pipeline.addLast(new OnceDecided());
            return;
        }
        pipeline.addAfter(ENCODER, "requests", new Requests(patience));
        var server = pipeline.context(VertxHandler.class);
        if (server == null) {
            pipeline.addLast("unreadable", unreadable);
        } else {
            pipeline.addBefore(server.name(), "unreadable", unreadable);
        }
    }

    /** Gets the same bytes between the server's decision and its decoder. */
    private final class OnceDecided extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            var pipeline = context.pipeline();
            if (pipeline.get(DECODER) == null) {
                // HTTP/2 unasked. Nothing here speaks it.
                var _ = context.close();
                return;
            }
            prepare(pipeline);
            context.fireChannelRead(bytes);
            pipeline.remove(this);
        }
    }
}
