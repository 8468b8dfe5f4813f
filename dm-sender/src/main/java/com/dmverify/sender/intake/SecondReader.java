package com.dmverify.sender.intake;

import com.dmverify.redis.RedisAvailability;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles the records of a topic that another service has to read completely. What cannot be read here, whatever it
 * throws, is counted and skipped. While Redis is away the caller gets the exception, and has to come again.
 */
public final class SecondReader {

    private static final Logger LOG = LoggerFactory.getLogger(SecondReader.class);

    private final Consumer<String> skipped;

    /** @param skipped counts a record of this topic */
    public SecondReader(Consumer<String> skipped) {
        this.skipped = skipped;
    }

    /** Handles each record, in their order. */
    public void each(List<ConsumerRecord<String, byte[]>> records, Consumer<ConsumerRecord<String, byte[]>> work) {
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                work.accept(record);
            } catch (Throwable e) {
                if (RedisAvailability.isUnavailable(e)) {
                    throw e;
                }
                skipped(record, e);
            }
        }
    }

    private void skipped(ConsumerRecord<String, byte[]> record, Throwable e) {
        skipped.accept(record.topic());
        LOG.atWarn()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("cause", e.toString())
                .log("record.skipped");
    }
}
