package org.redress.platform.web.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Stands behind the decoder: sees where head and body end, and leaves an offer of another protocol
 * alone (RFC 9110 §7.8), which the server would take up on one port and then never answer.
 */
final class Requests extends ChannelInboundHandlerAdapter {

    private final Patience patience;

    Requests(Patience patience) {
        this.patience = patience;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            patience.continueWithBody(context);
            request.headers().remove(HttpHeaderNames.UPGRADE);
            if (request.decoderResult().isSuccess() && !isSpoken(request.protocolVersion())) {
                request.setDecoderResult(DecoderResult.failure(new UnknownVersion()));
            }
        }
        if (message instanceof LastHttpContent) {
            patience.stop();
        }
        context.fireChannelRead(message);
    }

    private static boolean isSpoken(HttpVersion version) {
        return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
    }

    /** A version of HTTP that is not spoken here. */
    static final class UnknownVersion extends RuntimeException {

        private static final long serialVersionUID = 1;

        UnknownVersion() {
            super("not spoken", null, false, false);
        }
    }
}
