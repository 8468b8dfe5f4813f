package com.dmverify.support.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection if the headers of a request are not complete in time. Placed before the codec, so that it sees
 * the first byte. Not thread-safe: used by the event loop of its connection only.
 */
final class HeaderTimeout extends ChannelInboundHandlerAdapter {

    private final Duration timeout;
    private boolean awaited = true;
    private @Nullable Future<?> scheduledClose;

    HeaderTimeout(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (awaited && scheduledClose == null) {
            scheduledClose = context.executor().schedule(() -> end(context), timeout.toMillis(), TimeUnit.MILLISECONDS);
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        arrived();
        context.fireChannelInactive();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a failed close means that it is closed already
    private static void end(ChannelHandlerContext context) {
        context.close();
    }

    /** The headers of a request are complete. */
    void arrived() {
        awaited = false;
        if (scheduledClose != null) {
            scheduledClose.cancel(false);
            scheduledClose = null;
        }
    }

    /** The next bytes are those of a new request. */
    void await() {
        awaited = true;
    }
}
