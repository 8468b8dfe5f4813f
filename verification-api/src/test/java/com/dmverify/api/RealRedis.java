package com.dmverify.api;

import com.dmverify.api.redis.Redis;
import com.dmverify.local.LocalServices;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** The tests' Redis, which no running service uses, and one connection to it for all of them. It ends with the JVM. */
public final class RealRedis {

    private RealRedis() {}

    /** For the code under test. */
    public static Redis redis() {
        return Connected.REDIS;
    }

    /** For what a test looks at itself. */
    public static ReactiveStringRedisTemplate template() {
        return Connected.TEMPLATE;
    }

    private static final class Connected {

        private static final LettuceConnectionFactory CONNECTIONS = connect();
        private static final Redis REDIS = new Redis(CONNECTIONS);
        private static final ReactiveStringRedisTemplate TEMPLATE = new ReactiveStringRedisTemplate(CONNECTIONS);

        private static LettuceConnectionFactory connect() {
            LettuceConnectionFactory connections = new LettuceConnectionFactory(
                    "127.0.0.1", LocalServices.shared().redis().port());
            connections.afterPropertiesSet();
            return connections;
        }
    }
}
