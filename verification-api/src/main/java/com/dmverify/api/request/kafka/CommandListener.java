package com.dmverify.api.request.kafka;

import com.dmverify.api.kafka.KeyedBatchProcessor;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;

/** Consumes the commands of the tenants that speak Kafka; {@link CommandTopics} says which topics. */
@Component
class CommandListener {

    private final KeyedBatchProcessor processor;
    private final CarryOutCommand carryOutCommand;

    CommandListener(KeyedBatchProcessor processor, CarryOutCommand carryOutCommand) {
        this.processor = processor;
        this.carryOutCommand = carryOutCommand;
    }

    void on(List<ConsumerRecord<String, byte[]>> records) {
        processor.process(records, carryOutCommand::carryOut);
    }

    void onAgain(List<ConsumerRecord<String, byte[]>> records, Acknowledgment acknowledgment) {
        processor.processAgain(records, acknowledgment, carryOutCommand::carryOut);
    }
}
