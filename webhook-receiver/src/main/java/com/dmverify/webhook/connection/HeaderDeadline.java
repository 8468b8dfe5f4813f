package com.dmverify.webhook.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which a request begins and its headers do not end in time. Stands before the codec, so it sees
 * the first byte; used by the event loop of its connection alone.
 */
final class HeaderDeadline extends ChannelInboundHandlerAdapter {

    private final Duration timeout;
    private boolean awaited = true;
    private @Nullable Future<?> alarm;

    HeaderDeadline(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (awaited && alarm == null) {
            alarm = context.executor().schedule(() -> end(context), timeout.toMillis(), TimeUnit.MILLISECONDS);
        }
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        arrived();
        context.fireChannelInactive();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a connection that cannot be closed is closed already
    private static void end(ChannelHandlerContext context) {
        context.close();
    }

    /** The headers of a request are there. */
    void arrived() {
        awaited = false;
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }

    /** The next bytes begin a request. */
    void await() {
        awaited = true;
    }
}
