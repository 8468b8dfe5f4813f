package com.dmverify.support.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.local.LocalKafka;
import com.dmverify.support.ServiceSupport;
import com.dmverify.support.TestApplication;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class TopicsIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final LocalKafka KAFKA = LocalKafka.builder().partitions(1).build();

    @BeforeAll
    static void start() {
        KAFKA.start();
    }

    @AfterAll
    static void stop() {
        KAFKA.close();
    }

    @Test
    void missingTopicsAreCreatedAsWanted() throws Exception {
        create(
                WantedTopic.of("orders").partitions(6),
                WantedTopic.of("latest").partitions(1).compacted(),
                WantedTopic.of("orders.dlt").largerMessages(),
                WantedTopic.of("plain"));

        assertThat(partitions("orders")).isEqualTo(6);
        assertThat(partitions("plain")).isEqualTo(1);
        assertThat(setting("latest", "cleanup.policy")).isEqualTo("compact");
        assertThat(setting("orders.dlt", "max.message.bytes")).isEqualTo("2097152");
    }

    @Test
    void aTopicThatExistsIsNeverChanged() throws Exception {
        // Given
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic("existing", 2, (short) 1)))
                    .all()
                    .get();
        }

        // When
        create(WantedTopic.of("existing").partitions(6).compacted(), WantedTopic.of("beside"));

        // Then
        assertThat(partitions("existing")).isEqualTo(2);
        assertThat(setting("existing", "cleanup.policy")).isEqualTo("delete");
        assertThat(partitions("beside")).isEqualTo(1);
    }

    @Test
    void aTopicThatMayNotBeCreatedHoldsUpNoOther() throws Exception {
        create(WantedTopic.of("not a valid name"), WantedTopic.of("after-it"));

        assertThat(partitions("after-it")).isEqualTo(1);
    }

    @Test
    void aStartIsRefusedWhereALostBrokerLosesRecords() {
        assertThatThrownBy(() -> startApplication("strict"))
                .rootCause()
                .hasMessageContaining("durable-topic")
                .hasMessageContaining("min.insync.replicas");
    }

    @Test
    void aRelaxedDurabilityOnlyWarns() throws Exception {
        try (TestApplication app = startApplication("relaxed")) {
            assertThat(app.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void topicsWithTwoInSyncReplicasAreDurable() throws Exception {
        create(WantedTopic.of("safe").with("min.insync.replicas", "2"), WantedTopic.of("unsafe"));

        TopicDurability durability = new TopicDurability(
                () -> Map.of("bootstrap.servers", KAFKA.bootstrapServers()),
                List.of("safe", "unsafe", "missing"),
                TIMEOUT);

        assertThat(durability.problems()).singleElement().asString().contains("unsafe");
    }

    private static TestApplication startApplication(String durability) {
        return TestApplication.start(
                Application.class,
                "spring.kafka.bootstrap-servers=" + KAFKA.bootstrapServers(),
                "dm-verify.durability=" + durability);
    }

    private static void create(WantedTopic... topics) throws Exception {
        assertThat(new MissingTopics(
                                () -> Map.of("bootstrap.servers", KAFKA.bootstrapServers()), List.of(topics), TIMEOUT)
                        .create())
                .isTrue();
    }

    private static int partitions(String topic) throws Exception {
        try (Admin admin = admin()) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .size();
        }
    }

    private static String setting(String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = admin()) {
            return admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(name)
                    .value();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", KAFKA.bootstrapServers()));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ServiceSupport
    static class Application {

        @Bean
        WantedTopic durableTopic() {
            return WantedTopic.of("durable-topic");
        }
    }
}
