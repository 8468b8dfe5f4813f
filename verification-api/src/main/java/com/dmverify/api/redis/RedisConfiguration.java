package com.dmverify.api.redis;

import com.dmverify.redis.RedisConnections;
import com.dmverify.redis.RedisDurability;
import com.dmverify.redis.ReplicatedScripts;
import com.dmverify.support.durability.DurabilitySource;
import com.dmverify.support.startup.StartupCheck;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Connections that never send a command twice: a script may have run already, and a guess would be counted twice. They notice a
 * peer that fell silent, and leave a master that was demoted.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplicationProperties.class)
class RedisConfiguration {

    /** One question to Redis at the start. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

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
    Redis redis(LettuceConnectionFactory connections, ReplicationProperties wait) {
        return wait.replicas() == 0 ? new Redis(connections) : new Redis(connections, replicated(connections, wait));
    }

    @Bean
    ChangeHints changeHints(LettuceConnectionFactory connections) {
        return new ChangeHints(connections);
    }

    /** Connecting blocks, and is tried again at the next commit if it fails. */
    private static Mono<ReplicatedScripts> replicated(
            LettuceConnectionFactory connections, ReplicationProperties wait) {
        if (!(connections.getRequiredNativeClient() instanceof RedisClient client)) {
            throw new IllegalArgumentException(
                    "dm-verify.redis.wait.replicas: a Redis cluster is not supported; set it to 0");
        }
        return Mono.fromCallable(
                        () -> new ReplicatedScripts(client, wait.connections(), wait.replicas(), wait.timeout()))
                .subscribeOn(Schedulers.boundedElastic())
                .cache(connected -> FOR_EVER, error -> Duration.ZERO, () -> Duration.ZERO);
    }

    @Bean
    StartupCheck redisStartupCheck(Redis redis, ResourcePatternResolver resources) {
        return new StartupCheck("redis", () -> loadScripts(redis, resources));
    }

    /** So that the first requests are sent once, and in their order. After a restart of Redis each script is sent when it is run. */
    private static boolean loadScripts(Redis redis, ResourcePatternResolver resources) throws IOException {
        for (Resource script : resources.getResources("classpath*:lua/*.lua")) {
            byte[] text = script.getContentAsByteArray();
            redis.<String>send(commands -> commands.scriptLoad(text)).block(LONGEST);
        }
        return true;
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
