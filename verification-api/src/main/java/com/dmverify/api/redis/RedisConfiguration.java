package com.dmverify.api.redis;

import com.dmverify.redis.RedisConnections;
import com.dmverify.redis.RedisDurability;
import com.dmverify.support.durability.DurabilitySource;
import com.dmverify.support.startup.StartupCheck;
import java.time.Duration;
import java.util.Properties;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/**
 * Connections that never send a command twice: a script may have run already, and a guess would be counted twice. They notice a
 * peer that fell silent, and leave a master that was demoted.
 */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    /** One question to Redis at the start. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    @Bean
    RedisConnections redisConnections() {
        return new RedisConnections();
    }

    @Bean
    LettuceClientOptionsBuilderCustomizer redisOptions(RedisConnections redis) {
        return redis::apply;
    }

    @Bean
    ClientResourcesBuilderCustomizer redisResources(RedisConnections redis) {
        return redis::apply;
    }

    @Bean
    Redis redis(RedisConnectionFactory connections) {
        return new Redis(connections);
    }

    @Bean
    StartupCheck redisStartupCheck(ReactiveStringRedisTemplate redis) {
        return new StartupCheck(
                "redis", () -> redis.hasKey("verification:startup").block(LONGEST));
    }

    @Bean
    DurabilitySource redisDurability(ReactiveStringRedisTemplate redis) {
        return new DurabilitySource("redis", () -> RedisDurability.read(info(redis)));
    }

    /** Managed ones forbid CONFIG, and answer INFO. */
    private static Properties info(ReactiveStringRedisTemplate redis) {
        return redis.execute(connection -> connection.serverCommands().info())
                .next()
                .blockOptional(LONGEST)
                .orElseGet(Properties::new);
    }
}
