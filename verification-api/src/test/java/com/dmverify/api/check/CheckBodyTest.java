package com.dmverify.api.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckBodyTest {

    @Test
    void theCodeDoesNotShow() {
        assertThat(new CheckBody("493021").toString()).doesNotContain("493021");
    }
}
