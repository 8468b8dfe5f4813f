package com.dmverify.support.schema;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.OptOutChanged;
import com.dmverify.local.LocalKafka;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.SchemaEntry;
import com.dmverify.schemas.Topics;
import com.dmverify.schemas.UnknownSchemaException;
import com.dmverify.support.ServiceSupport;
import com.dmverify.support.TestApplication;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class SchemaTopicIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final LocalKafka KAFKA = LocalKafka.builder().build();

    @BeforeAll
    static void start() {
        KAFKA.start();
    }

    @AfterAll
    static void stop() {
        KAFKA.close();
    }

    @Test
    void aReadyServiceHasWrittenItsSchemas() {
        try (TestApplication app = ready("one.")) {
            assertThat(app.bean(EventCodec.class)).isNotNull();

            assertThat(keysOf("one." + Topics.SCHEMAS))
                    .containsAll(SchemaEntry.own().stream()
                            .map(SchemaEntry::fingerprint)
                            .toList());
        }
    }

    @Test
    void aSchemaThatWasThereBeforeTheStartIsKnownWhenTheServiceIsReady() throws IOException {
        Schema newer = withOptional("before");
        write("two.", SchemaEntry.of(newer).fingerprint(), newer.toString());

        try (TestApplication app = ready("two.")) {
            assertThat(app.bean(EventCodec.class)
                            .decode(record(newer), OptOutChanged.class)
                            .getUserId())
                    .isEqualTo("42");
        }
    }

    @Test
    void entriesThatAreNoneAreIgnoredAndALaterOneIsLearned() throws IOException {
        try (TestApplication app = ready("three.")) {
            // Given
            EventCodec codec = app.bean(EventCodec.class);
            Schema forged = withOptional("forged");
            Schema later = withOptional("later");

            // When
            String ofAnother = SchemaEntry.own().getFirst().fingerprint();
            write("three.", ofAnother, forged.toString());
            write("three.", "0000000000000001", "[".repeat(100_000));
            write("three.", "0000000000000002", "{\"type\":");
            write("three.", SchemaEntry.of(later).fingerprint(), later.toString());

            // Then
            await().atMost(LONG)
                    .ignoreExceptionsInstanceOf(UnknownSchemaException.class)
                    .untilAsserted(() -> assertThat(codec.decode(record(later), OptOutChanged.class)
                                    .getUserId())
                            .isEqualTo("42"));
            assertThatExceptionOfType(UnknownSchemaException.class).isThrownBy(() -> codec.decode(record(forged)));
            assertThat(app.bean(MeterRegistry.class)
                            .get("kafka.schemas.ignored")
                            .counter()
                            .count())
                    .isEqualTo(3);
        }
    }

    @Test
    void theTopicIsNotUsedWhereARegistryIs() throws Exception {
        try (TestApplication app = start("four.", "dm-verify.schemas.topic.enabled=false")) {
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(
                                    app.get("/actuator/health/readiness").statusCode())
                            .isEqualTo(200));
            try (KafkaConsumer<String, byte[]> consumer = consumer()) {
                assertThat(consumer.listTopics()).doesNotContainKey("four." + Topics.SCHEMAS);
            }
        }
    }

    private static TestApplication ready(String prefix) {
        TestApplication app = start(prefix, "dm-verify.schemas.topic.enabled=true");
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(app.get("/actuator/health/readiness").statusCode())
                                .isEqualTo(200));
        return app;
    }

    private static TestApplication start(String prefix, String property) {
        return TestApplication.start(
                Application.class,
                "spring.kafka.bootstrap-servers=" + KAFKA.bootstrapServers(),
                "dm-verify.topics.prefix=" + prefix,
                "dm-verify.durability=relaxed",
                property);
    }

    private static Schema withOptional(String field) {
        String json = OptOutChanged.getClassSchema().toString();
        return new Schema.Parser()
                .parse(json.substring(0, json.lastIndexOf(']')) + ",{\"name\":\"" + field
                        + "\",\"type\":[\"null\",\"string\"],\"default\":null}]}");
    }

    private static byte[] record(Schema schema) throws IOException {
        GenericRecord event = new GenericData.Record(schema);
        event.put("account", "main");
        event.put("user_id", "42");
        event.put("state", new GenericData.EnumSymbol(schema.getField("state").schema(), "OPTED_OUT"));
        event.put("occurred_at", 0L);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new BinaryMessageEncoder<GenericRecord>(new GenericData(), schema).encode(event, bytes);
        return bytes.toByteArray();
    }

    private static void write(String prefix, String key, String json) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", KAFKA.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var _ = producer.send(new ProducerRecord<>(prefix + Topics.SCHEMAS, key, json.getBytes(UTF_8)));
        }
    }

    private static List<String> keysOf(String topic) {
        List<String> keys = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            TopicPartition only = new TopicPartition(topic, 0);
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            long end = consumer.endOffsets(List.of(only)).get(only);
            while (consumer.position(only) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> keys.add(record.key()));
            }
        }
        return keys;
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", KAFKA.bootstrapServers(), "allow.auto.create.topics", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ServiceSupport
    static class Application {

        @Bean
        EventCodec eventCodec() {
            return new EventCodec();
        }
    }
}
