package com.dmverify.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void toStringHidesTheSecrets() {
        Secrets secrets = Secrets.random();

        assertThat(secrets.toString()).doesNotContain(secrets.apiKey()).doesNotContain(secrets.codeKey());
    }

    @Test
    void everyRunHasItsOwnSecrets() {
        assertThat(Secrets.random()).isNotEqualTo(Secrets.random());
    }
}
