package com.dmverify.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderKeyTest {

    @Test
    void aKeyIsReadAsItIsWritten() {
        assertThat(OrderKey.of("main").toString()).isEqualTo("main");
        assertThat(new OrderKey("main", 3).toString()).isEqualTo("main#3");
        assertThat(OrderKey.parse("main")).isEqualTo(OrderKey.of("main"));
        assertThat(OrderKey.parse("main#3")).isEqualTo(new OrderKey("main", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "#1", "main#", "main#x", "main#-1", "main#01", "main#1#2", "main#9999999"})
    void anotherTextIsRefused(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> OrderKey.parse(key));
    }

    @Test
    void anAccountWithTheSeparatorIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> OrderKey.of("main#1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderKey("main", -2));
    }
}
