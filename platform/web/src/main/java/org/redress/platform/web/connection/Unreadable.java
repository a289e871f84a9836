package org.redress.platform.web.connection;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.Http1xServerConnection;
import io.vertx.core.net.impl.VertxHandler;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Refusals;
import org.redress.platform.web.connection.Requests.UnknownVersion;

/**
 * Stands before the server: whatever the decoder could not read is answered by a problem, in its
 * turn behind earlier requests of the connection. The server's own answer has no body.
 */
@Sharable
final class Unreadable extends ChannelInboundHandlerAdapter {

    private final Refusals refusals;

    Unreadable(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request
                && request.decoderResult().isFailure()
                && context.pipeline().last() instanceof VertxHandler<?> server
                && server.getConnection() instanceof Http1xServerConnection connection) {
            connection.invalidRequestHandler(this::refuse);
        }
        context.fireChannelRead(message);
    }

    private void refuse(HttpServerRequest request) {
        refusals.answer(request, problem(request.decoderResult().cause()));
    }

    /** What was sent is not repeated: it may be anything. */
    static Problem problem(Throwable failure) {
        return switch (failure) {
            case TooLongHttpLineException _ -> Problem.of(414, "The request line is too long.");
            case TooLongHttpHeaderException _ ->
                    Problem.of(431, "The request's headers are too long.");
            case UnknownVersion _ -> Problem.of(505, "Only HTTP/1.1 is spoken here.");
            default ->
                    Problem.of(400, "The request can't be read.")
                            .violation("request", "is not HTTP/1.1")
                            .code("request-unreadable");
        };
    }
}
