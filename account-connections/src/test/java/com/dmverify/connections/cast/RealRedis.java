package com.dmverify.connections.cast;

import com.dmverify.local.LocalRedis;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The Redis that the tests of this JVM share. */
public final class RealRedis {

    private static final LocalRedis REDIS = LocalRedis.builder().build().start();
    private static final StringRedisTemplate TEMPLATE = connect();

    private RealRedis() {}

    public static StringRedisTemplate template() {
        return TEMPLATE;
    }

    public static LocalRedis redis() {
        return REDIS;
    }

    public static int port() {
        return REDIS.port();
    }

    private static StringRedisTemplate connect() {
        LettuceConnectionFactory connections = new LettuceConnectionFactory("127.0.0.1", REDIS.port());
        connections.afterPropertiesSet();
        connections.start();
        return new StringRedisTemplate(connections);
    }
}
