package com.dmverify.redis;

import io.lettuce.core.resource.NettyCustomizer;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.handler.flush.FlushConsolidationHandler;

/** Adds our handlers to each new connection, reconnects included. */
final class ConnectionCustomizer implements NettyCustomizer {

    /** Commands that are issued at the same time travel in one packet; Netty's own default is the same number. */
    private static final int MOST_WITHOUT_FLUSH = FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES;

    private final NettyCustomizer also;
    private final RedisTimings timings;
    private final OpenChannels channels;

    ConnectionCustomizer(NettyCustomizer also, RedisTimings timings, OpenChannels channels) {
        this.also = also;
        this.timings = timings;
        this.channels = channels;
    }

    @Override
    public void afterBootstrapInitialized(Bootstrap bootstrap) {
        also.afterBootstrapInitialized(bootstrap);
    }

    @Override
    public void afterChannelInitialized(Channel channel) {
        also.afterChannelInitialized(channel);
        channels.add(channel);
        // First: it sees every byte, also those of TLS. Last: it sees commands before they become bytes.
        channel.pipeline().addFirst(new FlushConsolidationHandler(MOST_WITHOUT_FLUSH, true));
        channel.pipeline().addFirst(new SilenceDetector(timings.pingAfter(), timings.silence()));
        channel.pipeline().addLast(new DemotionDetector(channels));
    }
}
