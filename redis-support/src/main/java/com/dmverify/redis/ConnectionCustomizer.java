package com.dmverify.redis;

import io.lettuce.core.resource.NettyCustomizer;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;

/** Adds our handlers to each new connection, reconnects included. */
final class ConnectionCustomizer implements NettyCustomizer {

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
        channel.pipeline().addFirst(new SilenceDetector(timings.pingAfter(), timings.silence()));
        channel.pipeline().addLast(new DemotionDetector(channels));
    }
}
