package com.dmverify.connections.cast;

import com.dmverify.connections.configuration.ConnectionsConfiguration;
import com.dmverify.redis.RedisConnections;
import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** A service that imports this module, as a sender does. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ConnectionsConfiguration.class)
public class TestService {

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
    Clock clock() {
        return Clock.systemUTC();
    }
}
