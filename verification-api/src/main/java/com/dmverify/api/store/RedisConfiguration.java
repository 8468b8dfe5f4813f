package com.dmverify.api.store;

import com.dmverify.redis.RedisConnections;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Connections that never send a command twice: a script may have run already, and a guess would be counted twice. They notice a
 * peer that fell silent, and leave a master that was demoted.
 */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

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
}
