package com.dmverify.sender.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.local.testing.MutableClock;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.TopicNames;
import com.dmverify.sender.fixture.KafkaStub;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.send.Disposition;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Whatever becomes of an order is published with the prefix of the deployment. */
class PublisherPrefixTest {

    private final KafkaStub kafka = new KafkaStub();
    private final Publisher publisher =
            new Publisher(kafka.template(), new TopicNames("blue."), new EventCodec(), MutableClock.at(Orders.START));
    private final ConsumerRecord<String, byte[]> order =
            new ConsumerRecord<>("blue.verification.requested", 0, 1, "main", new byte[0]);

    @Test
    void everyRecordGoesToATopicOfTheDeployment() {
        publisher.publish(new Disposition.Attempted(report(), Disposition.Source.DECIDED), order);
        publisher.publish(new Disposition.Retry(Orders.START, "later"), order);
        publisher.publish(new Disposition.DeadLetter("never"), order);
        publisher.putAside(order, Orders.START, "full");

        assertThat(kafka.sent())
                .extracting(ProducerRecord::topic)
                .containsExactly(
                        "blue.dm.attempted",
                        "blue.verification.requested.retry",
                        "blue.verification.requested.dlt",
                        "blue.verification.requested.retry");
    }

    private static DmAttempted report() {
        return DmAttempted.newBuilder()
                .setVerificationId("ver_1")
                .setCodeVersion(1)
                .setDispatch(1)
                .setAccount("main")
                .setOutcome(DmOutcome.SENT)
                .setAttemptedAt(Orders.START)
                .setSettledAt(Orders.START)
                .build();
    }
}
