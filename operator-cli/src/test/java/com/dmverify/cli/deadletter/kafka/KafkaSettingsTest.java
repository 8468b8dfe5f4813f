package com.dmverify.cli.deadletter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.schemas.TopicNames;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {

    @Test
    void givenPropertiesReachEveryClient() {
        // Given
        KafkaSettings settings = given("security.protocol", "SASL_SSL");

        // When, Then
        assertThat(settings.admin()).containsEntry("security.protocol", "SASL_SSL");
        assertThat(settings.consumer()).containsEntry("security.protocol", "SASL_SSL");
        assertThat(settings.producer()).containsEntry("security.protocol", "SASL_SSL");
    }

    @Test
    void propertiesThatAReplayReliesOnAreNotOverridden() {
        assertThat(given("acks", "1").producer()).containsEntry("acks", "all");
        assertThat(given("enable.idempotence", "false").producer()).containsEntry("enable.idempotence", "true");
        assertThat(given("group.id", "dm-sender").consumer()).doesNotContainKey("group.id");
        assertThat(given("enable.auto.commit", "true").consumer()).containsEntry("enable.auto.commit", "false");
        assertThat(given("allow.auto.create.topics", "true").consumer())
                .containsEntry("allow.auto.create.topics", "false");
    }

    @Test
    void passwordsAreNotPrinted() {
        assertThat(given("sasl.jaas.config", "secret"))
                .asString()
                .contains("broker:1")
                .doesNotContain("secret");
    }

    private static KafkaSettings given(String name, String value) {
        return new KafkaSettings("broker:1", Map.of(name, value), new TopicNames(""));
    }
}
