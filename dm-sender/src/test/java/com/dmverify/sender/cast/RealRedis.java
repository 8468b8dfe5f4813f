package com.dmverify.sender.cast;

import com.dmverify.local.LocalServices;
import com.dmverify.sender.script.RedisScriptRunner;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The Redis that the tests of this JVM share. */
public final class RealRedis {

    private static final StringRedisTemplate TEMPLATE = connect();

    private RealRedis() {}

    public static StringRedisTemplate template() {
        return TEMPLATE;
    }

    public static RedisScriptRunner scripts() {
        return new RedisScriptRunner(TEMPLATE.getRequiredConnectionFactory());
    }

    private static StringRedisTemplate connect() {
        LettuceConnectionFactory connections = new LettuceConnectionFactory(
                "127.0.0.1", LocalServices.shared().redis().port());
        connections.afterPropertiesSet();
        connections.start();
        return new StringRedisTemplate(connections);
    }
}
