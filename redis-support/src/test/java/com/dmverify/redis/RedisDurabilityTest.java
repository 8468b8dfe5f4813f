package com.dmverify.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisDurabilityTest {

    private static final String GOOD =
            "# Server\r\nredis_version:7.2.4\r\n\r\n# Memory\r\nmaxmemory_policy:noeviction\r\n# Persistence\r\naof_enabled:1\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"7.0.0", "7.2.4", "8.0.1", "10.0.0"})
    void aDurableRedisHasNoProblem(String version) {
        assertThat(RedisDurability.read(GOOD.replace("7.2.4", version))).isEmpty();
    }

    @Test
    void lineFeedsAloneAreRead() {
        assertThat(RedisDurability.read(GOOD.replace("\r", ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.2.14", "5.0.0", "unknown", "-1", ""})
    void anOldVersionIsAProblem(String version) {
        assertThat(RedisDurability.read(GOOD.replace("7.2.4", version))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"allkeys-lru", "volatile-ttl", ""})
    void aRedisThatEvictsIsAProblem(String policy) {
        assertThat(RedisDurability.read(GOOD.replace("noeviction", policy)))
                .singleElement()
                .asString()
                .contains("noeviction");
    }

    @Test
    void aRedisWithoutAppendOnlyFileIsAProblem() {
        assertThat(RedisDurability.read(GOOD.replace("aof_enabled:1", "aof_enabled:0")))
                .singleElement()
                .asString()
                .contains("appendonly");
    }

    @Test
    void whatIsNotSaidIsAProblem() {
        assertThat(RedisDurability.read("")).hasSize(3);
    }
}
