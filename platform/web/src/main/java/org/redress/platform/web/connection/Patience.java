package org.redress.platform.web.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose client takes too long for a head or a body, however busily it sends. It
 * says nothing then: an earlier request of the connection may still be without its answer, and
 * would be taken to have got this one. Used on the connection's own thread only.
 */
final class Patience {

    private final Duration head;
    private final Duration body;
    private @Nullable Future<?> end;

    Patience(Duration head, Duration body) {
        this.head = head;
        this.body = body;
    }

    /** Something came: a head begins, if nothing is under way. */
    void begin(ChannelHandlerContext context) {
        if (end == null) {
            wait(context.channel(), head);
        }
    }

    /** The head is complete. */
    void continueWithBody(ChannelHandlerContext context) {
        stop();
        wait(context.channel(), body);
    }

    /** All is there, or nothing more will be. */
    void stop() {
        if (end != null) {
            end.cancel(false);
            end = null;
        }
    }

    private void wait(Channel channel, Duration time) {
        end =
                channel.eventLoop()
                        .schedule(() -> end(channel, time), time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** While nothing is read it is not the client who is slow. */
    private void end(Channel channel, Duration time) {
        if (channel.config().isAutoRead()) {
            var _ = channel.close();
        } else {
            wait(channel, time);
        }
    }
}
