package com.dmverify.support.switches;

import com.dmverify.events.SwitchChanged;
import com.dmverify.events.SwitchKind;
import com.dmverify.events.SwitchState;
import com.dmverify.schemas.EventCodec;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is stopped, as the topic {@code switches} says: the last record of each key counts. A question costs a look into memory.
 * Thread-safe.
 */
public final class Switches {

    private static final Logger log = LoggerFactory.getLogger(Switches.class);

    private final Map<String, SwitchChanged> stopped = new ConcurrentHashMap<>();
    private final EventCodec codec;

    Switches(EventCodec codec, MeterRegistry meters) {
        this.codec = codec;
        meters.gaugeMapSize("dm.verify.switches.stopped", List.of(), stopped);
    }

    /** Nothing is stopped, for tests of what asks. */
    public static Switches none() {
        return new Switches(new EventCodec(), new SimpleMeterRegistry());
    }

    public boolean isStopped(SwitchKey key) {
        return !stopped.isEmpty() && stopped.containsKey(key.text());
    }

    public boolean isStopped(SwitchKind kind, String name) {
        return !stopped.isEmpty() && isStopped(new SwitchKey(kind, name));
    }

    /** All that is stopped. */
    public List<SwitchChanged> stopped() {
        return List.copyOf(stopped.values());
    }

    /** Takes a change. A state that this version does not know stops. */
    public void accept(SwitchChanged change) {
        String key = new SwitchKey(change.getKind(), change.getName()).text();
        if (change.getState() == SwitchState.RUNNING) {
            stopped.remove(key);
        } else {
            stopped.put(key, change);
        }
    }

    void accept(ConsumerRecord<String, byte[]> record) {
        try {
            accept(codec.decode(record.value(), SwitchChanged.class));
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("record", record.topic() + "-" + record.partition() + "@" + record.offset())
                    .addKeyValue("cause", e.toString())
                    .log("switch.unreadable");
        }
    }
}
