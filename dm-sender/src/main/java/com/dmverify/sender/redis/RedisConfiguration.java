package com.dmverify.sender.redis;

import com.dmverify.redis.RedisConnections;
import com.dmverify.redis.RedisDurability;
import com.dmverify.support.durability.DurabilitySource;
import com.dmverify.support.startup.StartupCheck;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.handler.flush.FlushConsolidationHandler;
import java.util.Properties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Redis settings that Spring Boot has no property for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplicationProperties.class)
class RedisConfiguration {

    /** Commands written together before the connection is flushed: more than are ever ready at once. */
    private static final int MOST_TOGETHER = 256;

    @Bean
    RedisScriptRunner redisScriptRunner(LettuceConnectionFactory connections, ReplicationProperties wait) {
        return wait.replicas() == 0
                ? new RedisScriptRunner(connections)
                : new RedisScriptRunner(connections, new RedisReplicatedScripts(connections, wait));
    }

    @Bean
    DurabilitySource redisDurability(RedisConnectionFactory connections) {
        return new DurabilitySource("redis", () -> RedisDurability.read(info(connections)));
    }

    @Bean
    StartupCheck redisStartupCheck(RedisConnectionFactory connections) {
        return new StartupCheck("redis", () -> {
            try (RedisConnection connection = connections.getConnection()) {
                return String.valueOf(connection.ping());
            }
        });
    }

    private static Properties info(RedisConnectionFactory connections) {
        try (RedisConnection connection = connections.getConnection()) {
            Properties info = connection.serverCommands().info();
            return info == null ? new Properties() : info;
        }
    }

    @Bean
    RedisConnections redisConnections() {
        return new RedisConnections();
    }

    @Bean
    LettuceClientOptionsBuilderCustomizer noReplay(RedisConnections redis) {
        return redis::apply;
    }

    /** Commands of orders that are under way side by side share system calls, here and in Redis. */
    @Bean
    ClientResourcesBuilderCustomizer commandsShareWrites(RedisConnections redis) {
        return resources -> redis.apply(resources, new NettyCustomizer() {
            @Override
            public void afterChannelInitialized(Channel channel) {
                channel.pipeline().addFirst(new FlushConsolidationHandler(MOST_TOGETHER, true));
            }
        });
    }
}
