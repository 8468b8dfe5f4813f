package com.dmverify.api.request.kafka;

import static com.dmverify.support.topic.TopicConfiguration.PREFIX;

import com.dmverify.api.kafka.KeyedBatchProcessor;
import com.dmverify.api.tenant.OnKafkaTenant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Conditional;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;

/** Consumes the commands of the tenants that speak Kafka. */
@Component
@Conditional(OnKafkaTenant.class)
class CommandListener {

    private final KeyedBatchProcessor processor;
    private final CarryOutCommand carryOutCommand;

    CommandListener(KeyedBatchProcessor processor, CarryOutCommand carryOutCommand) {
        this.processor = processor;
        this.carryOutCommand = carryOutCommand;
    }

    @KafkaListener(
            id = "verification-api.commands",
            groupId = PREFIX + "verification-api-commands",
            topics = "#{@kafkaTenants.commandTopics()}")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        processor.process(records, carryOutCommand::carryOut);
    }

    @KafkaListener(
            id = "verification-api.commands-retry",
            groupId = PREFIX + "verification-api-commands-retry",
            topics = "#{@kafkaTenants.retryTopics()}",
            ackMode = "MANUAL")
    void onAgain(List<ConsumerRecord<String, byte[]>> records, Acknowledgment acknowledgment) {
        processor.processAgain(records, acknowledgment, carryOutCommand::carryOut);
    }
}
