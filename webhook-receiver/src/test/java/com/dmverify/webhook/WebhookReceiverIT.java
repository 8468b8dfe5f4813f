package com.dmverify.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.ActivityKind;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.local.LocalKafka;
import com.dmverify.text.TypedCode;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A genuine delivery is in Kafka before X gets its 200; a forged, replayed or malformed one changes nothing. */
@TestInstance(Lifecycle.PER_CLASS)
class WebhookReceiverIT {

    private static final String CODE = "493021";

    private final LocalKafka kafka = LocalKafka.builder().build().start();
    private final ActivityTopic topic = new ActivityTopic(kafka.bootstrapServers());
    private final RunningReceiver receiver = RunningReceiver.with(kafka.bootstrapServers());

    @AfterAll
    void close() {
        receiver.close();
        topic.close();
        kafka.close();
    }

    @Test
    void aGenuineDeliveryIsInKafkaBeforeThe200() throws Exception {
        // Given
        long before = topic.size();

        // When
        int status = receiver.post(
                        SignedDelivery.message("77", SignedDelivery.USER, SignedDelivery.BRAND, "VERIFY K7QF"))
                .statusCode();

        // Then
        assertThat(status).isEqualTo(200);
        assertThat(topic.size()).isEqualTo(before + 1);
        ConsumerRecord<String, byte[]> record = topic.last();
        assertThat(record.key()).isEqualTo(SignedDelivery.USER);
        assertThat(ActivityTopic.header(record, "ce_id")).isEqualTo("77");
        assertThat(ActivityTopic.header(record, "ce_source")).isEqualTo("/webhook-receiver");
        assertThat(ActivityTopic.header(record, "ce_type")).isEqualTo("com.dmverify.events.ActivityRecorded");
        ActivityRecorded event = topic.decoded(record);
        assertThat(event.getKind()).isEqualTo(ActivityKind.DM_RECEIVED);
        assertThat(event.getApp()).isEqualTo("default");
        assertThat(event.getAccountUserId()).isEqualTo(SignedDelivery.BRAND);
        assertThat(event.getOtherUserId()).isEqualTo(SignedDelivery.USER);
        assertThat(event.getDmEventId()).isEqualTo("77");
        assertThat(event.getText()).isEqualTo("VERIFY K7QF");
        assertThat(event.getRaw()).isNull();
    }

    @Test
    void allActivitiesOfADeliveryAreRecorded() throws Exception {
        // Given
        long before = topic.size();

        // When
        int status = receiver.post(SignedDelivery.ofTwoMessages()).statusCode();

        // Then
        assertThat(status).isEqualTo(200);
        assertThat(topic.size()).isEqualTo(before + 2);
    }

    @Test
    void aRepeatedDeliveryIsAnsweredAndNotRecordedAgain() throws Exception {
        // Given
        SignedDelivery delivery = SignedDelivery.valid();
        receiver.post(delivery);
        long once = topic.size();

        // When
        int status = receiver.post(delivery).statusCode();

        // Then
        assertThat(status).isEqualTo(200);
        assertThat(topic.size()).isEqualTo(once);
    }

    @Test
    void forgedAndMalformedDeliveriesChangeNothing() throws Exception {
        // Given
        long before = topic.size();

        // When
        receiver.post(SignedDelivery.valid().withForgedSignature());
        receiver.post(SignedDelivery.valid().withoutSignature());
        receiver.post(SignedDelivery.of("{\"for_user_id\":"));
        receiver.post("/webhooks/x/nobody", SignedDelivery.valid());

        // Then
        assertThat(topic.size()).isEqualTo(before);
    }

    @Test
    void theTextOfOurMessagesIsNotInKafka() throws Exception {
        // Given
        String text = "Your code is " + CODE;

        // When
        receiver.post(SignedDelivery.ofSentMessage(text));
        ConsumerRecord<String, byte[]> first = topic.last();
        receiver.post(SignedDelivery.ofSentMessageInXActivity(text));
        ConsumerRecord<String, byte[]> second = topic.last();

        // Then
        assertSentWithoutItsText(first);
        assertSentWithoutItsText(second);
        assertThat(second.offset() != first.offset() || second.partition() != first.partition())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "493021",
                "the code is 493021!",
                "4 9 3 0 2 1",
                "493-021",
                "493.021",
                "４９３０２１",
                "٤٩٣٠٢١",
                "4\\n9\\n3\\n0\\n2\\n1",
                "493\\u200b021",
                "4\\u00ad93021"
            })
    void aCodeThatAUserWritesIsNotInKafka(String text) throws Exception {
        // When
        int status = receiver.post(SignedDelivery.received(text)).statusCode();

        // Then
        assertThat(status).isEqualTo(200);
        ActivityRecorded event = topic.decoded(topic.last());
        assertThat(event.getKind()).isEqualTo(ActivityKind.DM_RECEIVED);
        assertThat(event.getText()).contains("[redacted]");
        assertThat(TypedCode.holdsCode(event.getText())).isFalse();
        assertThat(event.getRaw()).isNull();
    }

    @Test
    void aRevocationIsKeyedByTheAccount() throws Exception {
        // When
        int status = receiver.post(SignedDelivery.ofRevocation()).statusCode();

        // Then
        assertThat(status).isEqualTo(200);
        ConsumerRecord<String, byte[]> record = topic.last();
        assertThat(record.key()).isEqualTo(SignedDelivery.BRAND);
        assertThat(topic.decoded(record).getKind()).isEqualTo(ActivityKind.REVOKED);
    }

    @Test
    void whileKafkaIsDownXIsAskedToTryAgainAndThenItIsRecorded() throws Exception {
        // Given
        SignedDelivery delivery = SignedDelivery.valid();
        assertThat(receiver.post(SignedDelivery.valid()).statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> receiver.manage("/actuator/health/readiness").statusCode() == 200);
        kafka.stop();

        // When
        int whileDown = receiver.post(delivery).statusCode();
        int health = receiver.manage("/actuator/health").statusCode();
        int readiness = receiver.manage("/actuator/health/readiness").statusCode();
        kafka.start();

        // Then
        assertThat(whileDown).isEqualTo(503);
        assertThat(health).isEqualTo(503);
        assertThat(readiness).isEqualTo(200);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> receiver.post(delivery).statusCode() == 200);
        assertThat(topic.records())
                .filteredOn(record -> topic.isOf(record, delivery))
                .isNotEmpty();
        assertThat(receiver.manage("/actuator/health").statusCode()).isEqualTo(200);
    }

    private void assertSentWithoutItsText(ConsumerRecord<String, byte[]> record) {
        ActivityRecorded event = topic.decoded(record);
        assertThat(event.getKind()).isEqualTo(ActivityKind.DM_SENT);
        assertThat(event.getText()).isNull();
        assertThat(event.getOtherUserId()).isEqualTo(SignedDelivery.USER);
        assertThat(event.getCodeFingerprints()).hasSize(1);
        assertThat(new String(record.value(), UTF_8)).doesNotContain(CODE);
    }
}
