package com.dmverify.sender.intake;

import com.dmverify.schemas.Topics;
import com.dmverify.sender.sighting.Witness;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;

/** Hears what X tells the webhooks. A group of its own: whose record it is does not follow who sends. */
@Component
class ActivityListener {

    private final Witness witness;
    private final SecondReader reader;

    ActivityListener(Witness witness, SecondReader reader) {
        this.witness = witness;
        this.reader = reader;
    }

    @KafkaListener(id = "x-activity", groupId = "dm-sender-activity", topics = Topics.X_ACTIVITY, concurrency = "1")
    void onActivities(List<ConsumerRecord<String, byte[]>> records, Acknowledgment acknowledgment) {
        reader.each(records, record -> witness.hear(record.value()));
        acknowledgment.acknowledge();
    }
}
