package com.dmverify.api.event;

import static com.dmverify.schemas.Topics.VERIFICATION_EVENTS;
import static com.dmverify.schemas.Topics.VERIFICATION_REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.dmverify.local.LocalKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** On a broker whose topics have one partition unless somebody says otherwise. */
class MissingTopicsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalKafka kafka = LocalKafka.builder().partitions(1).build();
    private final Logger logger = (Logger) LoggerFactory.getLogger(MissingTopics.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @BeforeEach
    void start() {
        said.start();
        logger.addAppender(said);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(said);
        kafka.close();
    }

    @Test
    void theOrdersGetTheirPartitionsWhateverTheBrokerDoes() throws Exception {
        kafka.start();

        make(6);
        make(6);

        assertThat(partitionsOf(VERIFICATION_REQUESTED)).isEqualTo(6);
        assertThat(partitionsOf(VERIFICATION_EVENTS)).isEqualTo(1);
        assertThat(said.list).isEmpty();
    }

    @Test
    void aTopicWithFewerStaysAsItIsAndIsNamed() throws Exception {
        // Given
        kafka.start();
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(VERIFICATION_REQUESTED, 2, (short) 1)))
                    .all()
                    .get();
        }

        // When
        make(6);

        // Then
        assertThat(partitionsOf(VERIFICATION_REQUESTED)).isEqualTo(2);
        assertThat(said.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .contains("verification.requested", "(2)", "(6)");
    }

    @Test
    void withoutKafkaItSaysSoAndGoesOn() {
        new MissingTopics(Map.of("bootstrap.servers", kafka.bootstrapServers()), 6, Duration.ofMillis(200))
                .afterSingletonsInstantiated();

        assertThat(said.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .startsWith("Cannot make the topics");
    }

    private void make(int partitions) {
        new MissingTopics(Map.of("bootstrap.servers", kafka.bootstrapServers()), partitions, PATIENCE)
                .afterSingletonsInstantiated();
    }

    private int partitionsOf(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            return admin.describeTopics(List.of(topic))
                    .topicNameValues()
                    .get(topic)
                    .get()
                    .partitions()
                    .size();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }
}
