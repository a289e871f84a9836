package org.redress.platform.web.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Optional;

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
            var isSpoken = isSpoken(request.protocolVersion());
            if (!isSpoken) {
                // Or the answer would be of the same version.
                request.setProtocolVersion(HttpVersion.HTTP_1_1);
            }
            if (request.decoderResult().isSuccess()) {
                fault(request, isSpoken)
                        .ifPresent(fault -> request.setDecoderResult(DecoderResult.failure(fault)));
            }
        }
        if (message instanceof LastHttpContent) {
            patience.stop();
        }
        context.fireChannelRead(message);
    }

    /** What the decoder lets pass and no door should see. */
    private static Optional<RuntimeException> fault(HttpRequest request, boolean isSpoken) {
        if (!isSpoken) {
            return Optional.of(new UnknownVersion());
        }
        return request.headers().names().stream().allMatch(Requests::isToken)
                ? Optional.empty()
                : Optional.of(new BadName());
    }

    private static boolean isSpoken(HttpVersion version) {
        return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
    }

    /** RFC 9110 §5.6.2: a field name that is none may be another field to whoever stands behind. */
    private static boolean isToken(String name) {
        return !name.isEmpty() && name.chars().allMatch(Requests::isTokenCharacter);
    }

    private static boolean isTokenCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    /** A field whose name is no token. */
    static final class BadName extends RuntimeException {

        private static final long serialVersionUID = 1;

        BadName() {
            super("no token", null, false, false);
        }
    }

    /** A version of HTTP that is not spoken here. */
    static final class UnknownVersion extends RuntimeException {

        private static final long serialVersionUID = 1;

        UnknownVersion() {
            super("not spoken", null, false, false);
        }
    }
}
