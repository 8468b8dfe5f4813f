package com.dmverify.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "12", "9223372036854775807"})
    void xWritesIdsSo(String id) {
        assertThat(UserId.isOne(id)).isTrue();
        assertThat(new UserId(id).value()).isEqualTo(id);
    }

    /** One user has one id. */
    @ParameterizedTest
    @ValueSource(strings = {"0012", "00", "", "-1", "1.0", "12345678901234567890", "\u0661"})
    void nothingElseIsAnId(String text) {
        assertThat(UserId.isOne(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new UserId(text));
    }
}
