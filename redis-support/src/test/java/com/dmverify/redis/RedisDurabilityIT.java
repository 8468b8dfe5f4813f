package com.dmverify.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.LocalRedis;
import org.junit.jupiter.api.Test;

class RedisDurabilityIT {

    @Test
    void aRealRedisIsReadFromItsInfo() {
        try (LocalRedis durable = LocalRedis.builder().build().start();
                LocalRedis lossy = LocalRedis.builder()
                        .appendOnly(false)
                        .setting("maxmemory-policy", "allkeys-lru")
                        .build()
                        .start()) {
            assertThat(RedisDurability.read(durable.command("INFO"))).isEmpty();
            assertThat(RedisDurability.read(lossy.command("INFO"))).hasSize(2);
        }
    }
}
