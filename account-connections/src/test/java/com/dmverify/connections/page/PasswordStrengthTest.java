package com.dmverify.connections.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordStrengthTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fifteen-letters",
                "aaaaaaaaaaaaaaaa",
                "abababababababab",
                "kT4x9kT4x9kT4x9kT4x9",
                "Zx81vQ2mZx81vQ2m",
                "0123456789abcdef",
                "zyxwvutsrqponmlk",
                "12345678901234567890",
                "a-long-operator-password",
                "correct-Password-1",
                "admin-Kx81vQ2m-7Tz",
                "١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦",
                "                    "
            })
    void aWeakPasswordIsRefusedAndNotQuoted(String password) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Operator("admin", password))
                .withMessageContaining("dm-verify.connections.operator.password")
                .satisfies(error -> {
                    if (!password.isBlank()) {
                        assertThat(error).hasMessageNotContaining(password);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6f1d0c4b9e7a2358",
                "9b1f3d7a0c5e8246d1f0b7a39c5e8d42f6a1b3c7",
                "T7#kq!mZ2v$Wp9xL",
                "vier Kühe lesen laut Zeitung",
                "ключ-подходит-17-Ёж"
            })
    void aStrongPasswordIsAccepted(String password) {
        assertThat(new Operator("admin", password).toString()).doesNotContain(password);
    }
}
