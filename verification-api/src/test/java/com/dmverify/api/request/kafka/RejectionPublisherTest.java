package com.dmverify.api.request.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.api.HandMovedClock;
import com.dmverify.api.TestPolicy;
import com.dmverify.api.outbox.EventRecords;
import com.dmverify.api.outbox.EventTopics;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.ProblemType;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.tenant.KafkaTenants.Speaker;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.UserId;
import com.dmverify.events.CommandRejected;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.TopicNames;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;

class RejectionPublisherTest {

    private final EventCodec codec = new EventCodec();
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
    private final RejectionPublisher rejections = new RejectionPublisher(
            new KafkaTemplate<>(() -> producer),
            new EventRecords(codec, new EventTopics(new TopicNames(""), Map.of())),
            new HandMovedClock());
    private final ConsumerRecord<String, byte[]> record =
            new ConsumerRecord<>("verification.commands", 3, 7, "cmd", new byte[0]);
    private final Speaker speaker = new Speaker(
            new Caller(
                    "acme",
                    new SendingAccount("demo", new Handle("demo"), new UserId("1"), 1),
                    Set.of(),
                    "",
                    false,
                    TestPolicy.PROFILE),
            "verification.events.acme");

    @Test
    void aCommandIsRejectedWhenKafkaHasTheAnswer() {
        CompletableFuture<Void> rejected = reject("cmd");
        await().until(() -> producer.history().size() == 1);

        assertThat(rejected).isNotDone();
        assertThat(rejections.isRejected(record)).isFalse();

        producer.completeNext();
        rejected.join();
        assertThat(rejections.isRejected(record)).isTrue();
        assertThat(producer.history().getFirst().topic()).isEqualTo("verification.events.acme");
    }

    @Test
    void withoutKafkaTheCommandIsNotDone() {
        CompletableFuture<Void> rejected = reject("cmd");
        await().until(() -> producer.history().size() == 1);

        producer.errorNext(new TimeoutException("no broker"));

        await().until(rejected::isCompletedExceptionally);
        assertThat(rejections.isRejected(record)).isFalse();
    }

    @Test
    void theAnswerIsShortWhateverTheCommandHolds() {
        CompletableFuture<Void> rejected = reject("c".repeat(100_000));
        await().until(() -> producer.history().size() == 1);
        producer.completeNext();
        rejected.join();

        CommandRejected answer = codec.decode(producer.history().getFirst().value(), CommandRejected.class);
        assertThat(answer.getCommandId()).hasSize(255);
        assertThat(answer.getReference()).hasSize(128);
        assertThat(answer.getRetryAfterSeconds()).isEqualTo(60);
    }

    private CompletableFuture<Void> reject(String id) {
        Problem problem = Problem.of(ProblemType.COOL_DOWN, "Wait.", Duration.ofSeconds(60));
        return rejections
                .reject(record, new Command(id, "r".repeat(100_000), null), problem, speaker)
                .toFuture();
    }
}
