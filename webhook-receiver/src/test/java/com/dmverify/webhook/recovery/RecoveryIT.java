package com.dmverify.webhook.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.local.LocalKafka;
import com.dmverify.schemas.EventCodec;
import com.dmverify.webhook.app.RegisteredApps;
import com.dmverify.webhook.app.RegisteredApps.Registered;
import com.dmverify.webhook.recovery.Recovery.RecoveryTopic;
import com.dmverify.webhook.registration.XClients;
import com.dmverify.x.AppOnlyCredentials;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Replicas that come and go, on a real Kafka, with a server that answers as X's {@code /2/webhooks}. */
class RecoveryIT {

    private static final String TOPIC = "webhook.recovery";
    private static final URI URL = URI.create("https://example.com/webhooks/x");
    private static final Duration LONG = Duration.ofSeconds(90);

    private final LocalKafka kafka = LocalKafka.builder().build().start();
    private final DefaultKafkaProducerFactory<String, byte[]> producers = new DefaultKafkaProducerFactory<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()), new StringSerializer(), new ByteArraySerializer());
    private final List<String> replays = new CopyOnWriteArrayList<>();
    private volatile Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private HttpServer x;

    @BeforeEach
    void start() throws Exception {
        x = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        x.createContext("/", this::answer);
        x.start();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 3, (short) 1))).all().get();
        }
    }

    @AfterEach
    void stop() {
        producers.destroy();
        x.stop(0);
        kafka.close();
    }

    @Test
    void afterAnOutageOneReplicaAsksOnceForAReplay() {
        // Given: two replicas, and then none for an hour
        Recovery first = replica();
        Recovery second = replica();
        awaitRecords(1);
        first.stop();
        second.stop();
        now = now.plus(Duration.ofHours(1));

        // When: two replicas are there again, and X replays the time by now
        Recovery third = replica();
        Recovery fourth = replica();
        awaitRecords(2);
        assertThat(replays).isEmpty();
        now = now.plus(Duration.ofMinutes(2));
        awaitRecords(3);
        now = now.plus(Duration.ofMinutes(2));
        awaitRecords(4);
        now = now.plus(Duration.ofMinutes(9)).minus(Duration.ofSeconds(1));
        await().atMost(LONG).until(() -> !replays.isEmpty());

        // Then
        assertThat(replays)
                .singleElement()
                .asString()
                .contains("\"from_date\":\"202611201200\"", "\"to_date\":\"202611201301\"", "\"webhook_id\":\"7\"");

        // When: the owner goes, and another takes over
        third.stop();
        fourth.stop();
        long before = records();
        Recovery fifth = replica();
        awaitRecords(before + 1);
        fifth.stop();

        // Then
        assertThat(replays).hasSize(1);
    }

    private Recovery replica() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "group.id",
                "recovery",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false);
        Recovery recovery = new Recovery(
                new RegisteredApps(List.of(new Registered("default", URL, new AppOnlyCredentials("key", "secret")))),
                new RecoveryTopic(
                        TOPIC,
                        () -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()),
                        new KafkaTemplate<>(producers)),
                new EventCodec(),
                new Replays(new XClients(
                        URI.create("http://127.0.0.1:" + x.getAddress().getPort()))::of),
                new RecoveryProperties(Duration.ofMinutes(1), Duration.ofMinutes(10)),
                () -> now);
        recovery.start();
        return recovery;
    }

    private void awaitRecords(long count) {
        await().atMost(LONG).until(() -> records() >= count);
    }

    private long records() {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            return consumer.endOffsets(List.of(new org.apache.kafka.common.TopicPartition(TOPIC, 0)))
                    .values()
                    .iterator()
                    .next();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String answer;
        if (line.startsWith("POST /oauth2/token")) {
            answer = "{\"token_type\":\"bearer\",\"access_token\":\"AAAA\"}";
        } else if (line.equals("POST /2/webhooks/replay")) {
            replays.add(body);
            answer = "{\"data\":{\"job_id\":\"42\",\"created_at\":\"2026-11-20T13:11:00.000Z\"}}";
        } else {
            answer = "{\"data\":[{\"id\":\"7\",\"url\":\"" + URL + "\",\"valid\":true}]}";
        }
        byte[] bytes = answer.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
