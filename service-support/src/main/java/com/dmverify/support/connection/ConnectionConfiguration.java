package com.dmverify.support.connection;

import io.netty.channel.ChannelPipeline;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Bounds the connections of a service's server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionProperties.class)
public class ConnectionConfiguration {

    @Bean
    NettyServerCustomizer boundedConnections(ConnectionProperties properties) {
        return server -> bounded(server, properties);
    }

    private static HttpServer bounded(HttpServer server, ConnectionProperties properties) {
        return server.readTimeout(properties.readTimeout())
                .doOnChannelInit((_, channel, _) -> bound(channel.pipeline(), properties));
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
