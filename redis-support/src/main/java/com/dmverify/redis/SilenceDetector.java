package com.dmverify.redis;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandType;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a connection that was asked and says nothing, and asks one on which nothing happens. TCP alone takes a quarter of
 * an hour to give up a peer whose packets are dropped, and never does for one that acknowledges without answering. Lettuce
 * reconnects after the close. One instance for each connection; runs in its event loop.
 */
final class SilenceDetector extends ChannelDuplexHandler {

    private static final Logger log = LoggerFactory.getLogger(SilenceDetector.class);
    private static final int TICKS_IN_SILENCE = 6;

    private final long pingAfter;
    private final long silence;
    private final long tick;
    private long quietSince;
    private boolean waitsForAnswer;
    private @Nullable ScheduledFuture<?> ticks;

    SilenceDetector(Duration pingAfter, Duration silence) {
        this.pingAfter = pingAfter.toNanos();
        this.silence = silence.toNanos();
        this.tick = Math.min(this.pingAfter, this.silence) / TICKS_IN_SILENCE;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        quietSince = System.nanoTime();
        ticks = context.executor().scheduleWithFixedDelay(() -> examine(context), tick, tick, TimeUnit.NANOSECONDS);
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        cancel();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        quietSince = System.nanoTime();
        waitsForAnswer = false;
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (!waitsForAnswer) {
            quietSince = System.nanoTime();
            waitsForAnswer = true;
        }
        var _ = context.write(message, promise);
    }

    private void examine(ChannelHandlerContext context) {
        long quiet = System.nanoTime() - quietSince;
        if (waitsForAnswer && quiet >= silence) {
            cancel();
            log.atWarn()
                    .addKeyValue("address", context.channel().remoteAddress())
                    .addKeyValue("silent_ms", TimeUnit.NANOSECONDS.toMillis(quiet))
                    .log("redis.connection_dead");
            var _ = context.close();
        } else if (!waitsForAnswer && quiet >= pingAfter) {
            var _ = context.channel()
                    .writeAndFlush(new Command<>(CommandType.PING, new StatusOutput<>(StringCodec.UTF8)));
        }
    }

    private void cancel() {
        if (ticks != null) {
            ticks.cancel(false);
            ticks = null;
        }
    }
}
