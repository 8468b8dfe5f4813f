package com.dmverify.support.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.dmverify.local.LocalKafka;
import com.dmverify.schemas.TopicSpec;
import com.dmverify.schemas.TopicSpec.Service;
import com.dmverify.schemas.Topics;
import com.dmverify.support.ServiceSupport;
import com.dmverify.support.TestApplication;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.ThrowingFunction;

class TopicsIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final TopicProperties DEFAULTS = new TopicProperties("", true, 0, (short) 0);
    private static final LocalKafka KAFKA = LocalKafka.builder().partitions(1).build();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeAll
    static void start() {
        KAFKA.start();
    }

    @AfterAll
    static void stop() {
        KAFKA.close();
    }

    @Test
    void missingTopicsAreCreatedAsDeclared() throws Exception {
        create(
                DEFAULTS,
                topic("orders", 6, Duration.ofDays(1)),
                topic("latest", 1, null),
                new TopicSpec("orders.dlt", 2, Duration.ofDays(30), 2_097_152, Service.DM_SENDER));

        assertThat(partitions("orders")).isEqualTo(6);
        assertThat(setting("orders", "retention.ms")).isEqualTo("86400000");
        assertThat(setting("latest", "cleanup.policy")).isEqualTo("compact");
        assertThat(setting("orders.dlt", "max.message.bytes")).isEqualTo("2097152");
        assertThat(meters.find("kafka.topic.differences").gauges()).isEmpty();
    }

    @Test
    void aTopicThatExistsIsNeverChangedAndItsDifferencesAreCounted() throws Exception {
        // Given
        createDirectly(new NewTopic("existing", 2, (short) 1));

        // When
        create(DEFAULTS, topic("existing", 6, null), topic("beside", 1, null));

        // Then
        assertThat(partitions("existing")).isEqualTo(2);
        assertThat(setting("existing", "cleanup.policy")).isEqualTo("delete");
        assertThat(partitions("beside")).isEqualTo(1);
        assertThat(differencesOf("existing")).isEqualTo(2);
    }

    @Test
    void withCreationSwitchedOffAMissingTopicIsCountedAlone() throws Exception {
        createDirectly(new NewTopic("there", 2, (short) 1));

        create(
                new TopicProperties("", false, 0, (short) 0),
                topic("not-there", 2, null),
                topic("there", 3, Duration.ofDays(7)));

        assertThat(names()).contains("there").doesNotContain("not-there");
        assertThat(differencesOf("not-there")).isEqualTo(1);
        assertThat(differencesOf("there")).isEqualTo(1);
    }

    @Test
    void aDeploymentNamesItsTopicsAndCountsItsPartitions() throws Exception {
        TopicProperties small = new TopicProperties("blue.", true, 2, (short) 1);

        create(
                small,
                Stream.of(Topics.spec(Topics.DM_ATTEMPTED), Topics.spec(Topics.SCHEMAS))
                        .map(small::deployed)
                        .toArray(TopicSpec[]::new));

        assertThat(partitions("blue.dm.attempted")).isEqualTo(2);
        assertThat(partitions("blue.schemas")).isEqualTo(1);
    }

    @Test
    void aTopicThatMayNotBeCreatedHoldsUpNoOther() throws Exception {
        create(DEFAULTS, topic("not a valid name", 1, null), topic("after-it", 1, null));

        assertThat(partitions("after-it")).isEqualTo(1);
    }

    @Test
    void aStartIsRefusedWhereALostBrokerLosesRecords() {
        assertThatThrownBy(() -> startApplication("strict"))
                .rootCause()
                .hasMessageContaining(Topics.OPT_OUTS)
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
        createDirectly(
                new NewTopic("safe", 1, (short) 1).configs(Map.of("min.insync.replicas", "2")),
                new NewTopic("unsafe", 1, (short) 1));

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

    private static TopicSpec topic(String name, int partitions, @Nullable Duration retention) {
        return new TopicSpec(name, partitions, retention, 0, Service.DM_SENDER);
    }

    private void create(TopicProperties properties, TopicSpec... topics) throws Exception {
        int timeout = (int) TIMEOUT.toMillis();
        TopicCreation creation = new TopicCreation(
                () -> Map.of("bootstrap.servers", KAFKA.bootstrapServers()),
                List.of(topics),
                properties,
                new TopicComparison(meters, timeout),
                timeout);
        assertThat(creation.create()).isTrue();
    }

    private static void createDirectly(NewTopic... topics) throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(topics)).all().get();
        }
    }

    private double differencesOf(String topic) {
        Gauge gauge = meters.get("kafka.topic.differences").tag("topic", topic).gauge();
        return gauge.value();
    }

    private static Set<String> names() throws Exception {
        try (Admin admin = admin()) {
            return admin.listTopics().names().get();
        }
    }

    private static int partitions(String topic) {
        return answer(admin -> admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .size());
    }

    private static String setting(String topic, String name) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return answer(admin -> admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get(name)
                .value());
    }

    /** A broker may not yet know a topic that the controller has created. */
    private static <T> T answer(ThrowingFunction<Admin, T> question) {
        try (Admin admin = admin()) {
            return await().atMost(TIMEOUT)
                    .ignoreExceptions()
                    .until(() -> question.applyWithException(admin), Objects::nonNull);
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
        UsedTopics usedTopics() {
            return UsedTopics.of(Topics.OPT_OUTS);
        }
    }
}
