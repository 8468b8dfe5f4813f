package com.dmverify.api;

import com.dmverify.local.LocalServices;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** The tests' Redis, which no running service uses, and one connection to it for all of them. It ends with the JVM. */
public final class RealRedis {

    private RealRedis() {}

    public static ReactiveStringRedisTemplate template() {
        return Connected.TEMPLATE;
    }

    private static final class Connected {

        private static final ReactiveStringRedisTemplate TEMPLATE = connect();

        private static ReactiveStringRedisTemplate connect() {
            LettuceConnectionFactory connections = new LettuceConnectionFactory(
                    "127.0.0.1", LocalServices.shared().redis().port());
            connections.afterPropertiesSet();
            return new ReactiveStringRedisTemplate(connections);
        }
    }
}
