package com.dmverify.api.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyHashTest {

    @Test
    void textsThatAreJoinedOtherwiseHaveAnotherHash() {
        assertThat(KeyHash.of("a", "bc")).isNotEqualTo(KeyHash.of("ab", "c"));
        assertThat(KeyHash.of("a", "")).isNotEqualTo(KeyHash.of("a"));
        assertThat(KeyHash.of("a", null)).isNotEqualTo(KeyHash.of("a", ""));
        assertThat(KeyHash.of("a", "b")).isEqualTo(KeyHash.of("a", "b")).matches("[0-9a-f]{64}");
    }
}
