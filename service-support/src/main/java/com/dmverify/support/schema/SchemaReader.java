package com.dmverify.support.schema;

import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.SchemaEntry;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the codecs of the application what an entry of the topic holds. An entry that is none, or whose fingerprint is not
 * its key, is ignored and counted in {@code kafka.schemas.ignored}; a schema that a codec knows is never replaced.
 */
final class SchemaReader {

    private static final Logger log = LoggerFactory.getLogger(SchemaReader.class);

    private final List<EventCodec> codecs;
    private final MeterRegistry meters;

    SchemaReader(List<EventCodec> codecs, MeterRegistry meters) {
        this.codecs = codecs;
        this.meters = meters;
    }

    void accept(ConsumerRecord<String, byte[]> record) {
        try {
            SchemaEntry entry = SchemaEntry.parse(record.key(), record.value());
            codecs.forEach(codec -> learn(codec, entry));
        } catch (RuntimeException e) {
            ignored(record, String.valueOf(e.getMessage()));
        }
    }

    private void learn(EventCodec codec, SchemaEntry entry) {
        switch (codec.learn(entry)) {
            case LEARNED ->
                log.atInfo()
                        .addKeyValue("schema", entry.schema().getName())
                        .addKeyValue("fingerprint", entry.fingerprint())
                        .log("schema.learned");
            case FULL -> throw new IllegalStateException("more schemas than a codec keeps");
            case KNOWN, UNREADABLE -> {
                // a record of the first is read already; one of the second is none that this version knows
            }
        }
    }

    private void ignored(ConsumerRecord<String, byte[]> record, String reason) {
        meters.counter("kafka.schemas.ignored").increment();
        log.atWarn()
                .addKeyValue("record", record.topic() + "-" + record.partition() + "@" + record.offset())
                .addKeyValue("reason", reason)
                .log("schema.ignored");
    }
}
