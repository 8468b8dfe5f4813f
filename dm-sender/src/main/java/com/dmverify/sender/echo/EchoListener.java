package com.dmverify.sender.echo;

import static com.dmverify.support.topic.TopicConfiguration.PREFIX;

import com.dmverify.redis.RedisAvailability;
import com.dmverify.schemas.Topics;
import com.dmverify.support.record.RecordGuard;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;

/** Reads {@code x.activity} in a group of its own: which replica reads an echo does not depend on which one sends. */
@Component
class EchoListener {

    private final SentEchoRecorder recorder;
    private final RecordGuard guard;

    EchoListener(SentEchoRecorder recorder, RecordGuard guard) {
        this.recorder = recorder;
        this.guard = guard;
    }

    @KafkaListener(
            id = "x-activity",
            groupId = PREFIX + "dm-sender-activity",
            topics = PREFIX + Topics.X_ACTIVITY,
            concurrency = "1")
    void onActivities(List<ConsumerRecord<String, byte[]>> records, Acknowledgment acknowledgment) {
        for (ConsumerRecord<String, byte[]> record : records) {
            guard.skipIfItFails(record, RedisAvailability::isUnavailable, () -> recorder.record(record.value()));
        }
        acknowledgment.acknowledge();
    }
}
