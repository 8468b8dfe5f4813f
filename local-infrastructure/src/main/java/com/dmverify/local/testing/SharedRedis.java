package com.dmverify.local.testing;

import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The Redis that the tests of this JVM share, {@link LocalServices#shared()}, and one Lettuce connection factory to it. Both end
 * with the JVM. Thread-safe.
 */
public final class SharedRedis {

    private SharedRedis() {}

    /** The server, for tests that need its port or a command. */
    public static LocalRedis server() {
        return LocalServices.shared().redis();
    }

    /** The started connection factory. */
    public static LettuceConnectionFactory connections() {
        return Connected.CONNECTIONS;
    }

    /** A template that blocks. */
    public static StringRedisTemplate template() {
        return Connected.TEMPLATE;
    }

    /** A template that does not block. */
    public static ReactiveStringRedisTemplate reactiveTemplate() {
        return Connected.REACTIVE_TEMPLATE;
    }

    private static final class Connected {

        private static final LettuceConnectionFactory CONNECTIONS = connect();
        private static final StringRedisTemplate TEMPLATE = new StringRedisTemplate(CONNECTIONS);
        private static final ReactiveStringRedisTemplate REACTIVE_TEMPLATE =
                new ReactiveStringRedisTemplate(CONNECTIONS);

        private static LettuceConnectionFactory connect() {
            LettuceConnectionFactory connections = new LettuceConnectionFactory("127.0.0.1", server().port());
            connections.afterPropertiesSet();
            connections.start();
            return connections;
        }
    }
}
