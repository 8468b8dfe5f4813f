package com.dmverify.webhook.connection;

import io.netty.channel.ChannelPipeline;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionProperties.class)
class ConnectionConfiguration {

    @Bean
    NettyServerCustomizer boundedConnections(ConnectionProperties properties) {
        return server -> server.doOnChannelInit((_, channel, _) -> bound(channel.pipeline(), properties));
    }

    /** Only HTTP/1.1 has this codec; the server supports no other version. */
    private static void bound(ChannelPipeline pipeline, ConnectionProperties properties) {
        if (pipeline.get(NettyPipeline.HttpCodec) != null) {
            HeaderTimeout deadline = new HeaderTimeout(properties.headerTimeout());
            pipeline.addBefore(NettyPipeline.HttpCodec, "dm-verify.headerDeadline", deadline);
            pipeline.addAfter(
                    NettyPipeline.HttpCodec,
                    "dm-verify.earlyAnswer",
                    new EarlyResponse(
                            deadline,
                            properties.lingerTimeout(),
                            properties.lingerSize().toBytes()));
        }
    }
}
