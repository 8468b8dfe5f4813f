package com.dmverify.api.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodePropertiesTest {

    @Test
    void aConfiguredCodeKeyIsMasked() {
        CodeProperties properties = new CodeProperties(List.of(new CodeProperties.Key("k1", "c2VjcmV0")));

        assertThat(properties.toString()).contains("k1").doesNotContain("c2VjcmV0");
    }
}
