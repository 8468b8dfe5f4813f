package com.dmverify.webhook.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.ActivityRecorded;
import com.dmverify.schemas.EventCodec;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.webhook.Activity;
import com.dmverify.x.webhook.Activity.Kind;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.kafka.core.KafkaTemplate;

class KafkaActivityPublisherTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
    private final KafkaActivityPublisher publisher =
            new KafkaActivityPublisher(new KafkaTemplate<>(() -> producer), "blue.x.activity", new EventCodec());

    @ParameterizedTest
    @EnumSource
    void everyKindIsWrittenToTheRecord(Kind kind) {
        // When
        CompletableFuture<?> sent = publisher.append(received(kind));

        // Then
        assertThat(sent).isNotCompletedExceptionally();
        assertThat(producer.history().getFirst().topic()).isEqualTo("blue.x.activity");
        byte[] value = producer.history().getFirst().value();
        ActivityRecorded event = new EventCodec().decode(value, ActivityRecorded.class);
        assertThat(event.getKind()).hasToString(kind.name());
        assertThat(event.getOtherHandle()).isEqualTo("jack");
        assertThat(event.getReceivedAt()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void anActivityIsDurableOnlyAfterTheAcknowledgement() {
        // Given
        CompletableFuture<?> durable = publisher.append(received(Kind.FOLLOW));
        boolean before = durable.isDone();

        // When
        producer.completeNext();

        // Then
        assertThat(before).isFalse();
        assertThat(durable).isCompleted();
    }

    private static ReceivedActivity received(Kind kind) {
        Activity activity =
                new Activity("1", kind, new UserId("10"), new UserId("30"), new Handle("jack"), null, null, NOON, "{}");
        return new ReceivedActivity("default", activity, NOON.plusSeconds(1));
    }
}
