package com.dmverify.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.WebhookWatched;
import com.dmverify.local.LocalKafka;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** The service with {@code dm-verify.webhook.register}, while X does not respond: it serves, says so, and records that it is there. */
class RegisteringReceiverIT {

    @Test
    void withoutXItServesAndSaysThatItIsNotRegistered() throws Exception {
        try (LocalKafka kafka = LocalKafka.builder().build().start();
                RunningReceiver receiver = RunningReceiver.with(
                        kafka.bootstrapServers(),
                        "--dm-verify.webhook.register=true",
                        "--dm-verify.webhook.public-url=https://example.com/webhooks/x",
                        "--dm-verify.webhook.apps.default.consumer-key=key",
                        "--dm-verify.x.base-url=http://127.0.0.1:1")) {
            assertThat(receiver.get("/webhooks/x?crc_token=challenge_string").statusCode())
                    .isEqualTo(200);
            assertThat(receiver.counted("dm_verify_webhook_registered", "app=\"default\""))
                    .isZero();
            assertThat(receiver.manage("/actuator/prometheus").body()).contains("dm_verify_webhook_registered{");

            await().atMost(Duration.ofSeconds(90)).until(() -> !watches(kafka).isEmpty());
            assertThat(watches(kafka).getFirst().getApp()).isEqualTo("default");
        }
    }

    private static List<WebhookWatched> watches(LocalKafka kafka) {
        EventCodec codec = new EventCodec();
        List<WebhookWatched> watches = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(Topics.WEBHOOK_RECOVERY, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            consumer.poll(Duration.ofSeconds(1))
                    .forEach(record -> watches.add(codec.decode(record.value(), WebhookWatched.class)));
        }
        return watches;
    }
}
