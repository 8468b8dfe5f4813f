package com.dmverify.deadletters.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {

    @Test
    void whatIsGivenReachesEveryClient() {
        // Given
        BrokerSettings settings = given("security.protocol", "SASL_SSL");

        // When, Then
        assertThat(settings.admin()).containsEntry("security.protocol", "SASL_SSL");
        assertThat(settings.consumer()).containsEntry("security.protocol", "SASL_SSL");
        assertThat(settings.producer()).containsEntry("security.protocol", "SASL_SSL");
    }

    @Test
    void whatAReplayReliesOnIsNotOverruled() {
        assertThat(given("acks", "1").producer()).containsEntry("acks", "all");
        assertThat(given("enable.idempotence", "false").producer()).containsEntry("enable.idempotence", "true");
        assertThat(given("group.id", "dm-sender").consumer()).doesNotContainKey("group.id");
        assertThat(given("enable.auto.commit", "true").consumer()).containsEntry("enable.auto.commit", "false");
        assertThat(given("allow.auto.create.topics", "true").consumer())
                .containsEntry("allow.auto.create.topics", "false");
    }

    @Test
    void doesNotTellItsPasswords() {
        assertThat(given("sasl.jaas.config", "secret"))
                .asString()
                .contains("broker:1")
                .doesNotContain("secret");
    }

    private static BrokerSettings given(String name, String value) {
        return new BrokerSettings("broker:1", Map.of(name, value));
    }
}
