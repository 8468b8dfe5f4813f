package com.dmverify.redis;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All open connections of a process. One that only reads or subscribes never hears that its master was demoted, so all are
 * dropped together. Thread-safe.
 */
final class OpenChannels {

    private static final Logger log = LoggerFactory.getLogger(OpenChannels.class);

    private final ChannelGroup channels = new DefaultChannelGroup("redis", GlobalEventExecutor.INSTANCE);
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final long leastNanosBetween;
    private volatile long lastDrop;

    OpenChannels(Duration leastBetween) {
        this.leastNanosBetween = leastBetween.toNanos();
        this.lastDrop = System.nanoTime() - leastNanosBetween;
    }

    /** A channel leaves by itself when it closes. */
    void add(Channel channel) {
        channels.add(channel);
    }

    /** Closes all connections, now or when the least time since the last round is over; calls in between are one. */
    void dropAll(String reason) {
        if (scheduled.compareAndSet(false, true)) {
            long wait = Math.max(0, lastDrop + leastNanosBetween - System.nanoTime());
            var _ = GlobalEventExecutor.INSTANCE.schedule(() -> drop(reason), wait, TimeUnit.NANOSECONDS);
        }
    }

    private void drop(String reason) {
        lastDrop = System.nanoTime();
        scheduled.set(false);
        log.atWarn()
                .addKeyValue("reason", reason)
                .addKeyValue("connections", channels.size())
                .log("redis.connections_dropped");
        var _ = channels.close();
    }
}
