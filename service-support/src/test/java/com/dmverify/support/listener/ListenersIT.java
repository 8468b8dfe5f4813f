package com.dmverify.support.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.local.LocalKafka;
import com.dmverify.support.ServiceSupport;
import com.dmverify.support.TestApplication;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.event.ConsumerStartedEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Listeners whose work throws errors that spring-kafka lets no listener survive. */
class ListenersIT {

    private static final LocalKafka KAFKA = LocalKafka.builder().partitions(2).build();
    private static final Duration LONG = Duration.ofSeconds(60);

    @BeforeAll
    static void start() {
        KAFKA.start();
    }

    @AfterAll
    static void stop() {
        KAFKA.close();
    }

    @Test
    void aListenerThatDiedOfAnErrorIsStartedAgain() throws Exception {
        try (TestApplication app = run("10m")) {
            // When the two consumers die, one of each partition's first records
            send(app, 0, "error-0");
            send(app, 1, "error-1");
            send(app, 0, "a");
            send(app, 1, "b");

            // Then
            Work work = app.bean(Work.class);
            await().atMost(LONG).untilAsserted(() -> assertThat(work.done).contains("a", "b", "error-0", "error-1"));
            assertThat(app.bean(MeterRegistry.class)
                            .get("kafka.listener.restarts")
                            .tag("listener", "work")
                            .counter()
                            .count())
                    .isPositive();
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(
                                    app.get("/actuator/health/kafkaListeners").body())
                            .containsPattern("\"work\":\\{[^}]*\"restarts\":[1-9]")
                            .doesNotContain("\"running\":false"));
            assertThat(app.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aListenerWhoseThreadIsGoneIsStartedAgain() throws Exception {
        try (TestApplication app = run("10m")) {
            // Given a consumer that works
            send(app, 0, "before");
            Work work = app.bean(Work.class);
            await().atMost(LONG).untilAsserted(() -> assertThat(work.done).contains("before"));
            ConcurrentMessageListenerContainer<?, ?> container = (ConcurrentMessageListenerContainer<?, ?>)
                    app.bean(KafkaListenerEndpointRegistry.class).getListenerContainer("work");
            Object consumer = container.getContainers().getFirst();

            // When the thread that is known for it ends without a word
            ListenerSupervisor supervisor = app.bean(ListenerSupervisor.class);
            Thread.ofPlatform()
                    .start(() -> supervisor.on(new ConsumerStartedEvent(consumer, container)))
                    .join();

            // Then
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(supervisor.states().get("work"))
                            .isNotNull()
                            .satisfies(state -> assertThat(state.restarts()).isPositive())
                            .satisfies(state -> assertThat(state.diedOfError()).isTrue()));
            send(app, 0, "after");
            await().atMost(LONG).untilAsserted(() -> assertThat(work.done).contains("after"));
        }
    }

    @Test
    void aListenerThatTheApplicationStoppedStaysStopped() {
        try (TestApplication app = run("10m")) {
            // Given
            KafkaListenerEndpointRegistry registry = app.bean(KafkaListenerEndpointRegistry.class);
            Work work = app.bean(Work.class);
            registry.getListenerContainer("other").stop();

            // When the supervisor has restarted another one
            send(app, 0, "error-2");
            await().atMost(LONG).untilAsserted(() -> assertThat(work.done).contains("error-2"));

            // Then
            assertThat(registry.getListenerContainer("other").isRunning()).isFalse();
        }
    }

    @Test
    void livenessFailsWhenNoRestartHelps() throws Exception {
        try (TestApplication app = run("2s")) {
            // When
            send(app, 0, "always-error");

            // Then
            await().atMost(LONG).untilAsserted(() -> {
                assertThat(app.get("/actuator/health/liveness").statusCode()).isEqualTo(503);
                assertThat(app.get("/actuator/health/liveness").body()).contains("work");
            });
            assertThat(app.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        }
    }

    private static TestApplication run(String deadAfter) {
        return TestApplication.start(
                Application.class,
                "spring.kafka.bootstrap-servers=" + KAFKA.bootstrapServers(),
                "test.topic=work-" + System.nanoTime(),
                "dm-verify.durability=relaxed",
                "dm-verify.listeners.check-interval=50ms",
                "dm-verify.listeners.first-back-off=50ms",
                "dm-verify.listeners.longest-back-off=30s",
                "dm-verify.listeners.dead-after=" + deadAfter);
    }

    private static void send(TestApplication app, int partition, String value) {
        app.bean(Work.class).send(partition, value);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ServiceSupport
    static class Application {

        @Bean
        Work work(Environment environment, KafkaTemplate<String, String> kafka) {
            return new Work(environment.getRequiredProperty("test.topic"), kafka);
        }
    }

    static class Work {

        private final String topic;
        private final Set<String> failed = ConcurrentHashMap.newKeySet();
        private final ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();

        private final KafkaTemplate<String, String> kafka;

        Work(String topic, KafkaTemplate<String, String> kafka) {
            this.topic = topic;
            this.kafka = kafka;
        }

        void send(int partition, String value) {
            kafka.send(topic, partition, "key", value).join();
        }

        @KafkaListener(id = "work", topics = "${test.topic}")
        void on(String value) {
            if (value.equals("always-error") || (value.startsWith("error") && failed.add(value))) {
                throw new StackOverflowError("a test");
            }
            done.add(value);
        }

        @KafkaListener(id = "other", topics = "${test.topic}")
        void other(String value) {
            // reads only
        }
    }
}
