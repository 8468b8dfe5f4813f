package com.dmverify.guarantees.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.OrderKind;
import com.dmverify.events.VerificationRequested;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads every topic from its first record on and keeps the records, each event once. */
public final class KafkaRecording implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final EventCodec codec = new EventCodec();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Clock clock;
    private final Consumer<RecordedEvent> onEvent;
    private final Thread thread;
    private final Map<String, RecordedEvent> events = new ConcurrentHashMap<>();
    private final Map<String, Set<RecordedEvent>> endings = new ConcurrentHashMap<>();
    private final Map<String, Instant> endReadAt = new ConcurrentHashMap<>();
    private final Map<DispatchId, VerificationRequested> orders = new ConcurrentHashMap<>();
    private final Map<DispatchId, Set<DmAttempted>> attempts = new ConcurrentHashMap<>();
    private final Map<DispatchId, Set<DmAttempted>> interim = new ConcurrentHashMap<>();
    private final Collection<DeadLetter> deadLetters = new ConcurrentLinkedQueue<>();
    private volatile boolean running = true;

    /**
     * @param clock gives the time at which an end was read: that of the sandbox, whose times are compared with it
     * @param onEvent called once for each event
     */
    public KafkaRecording(String kafka, Clock clock, Consumer<RecordedEvent> onEvent) {
        this.clock = clock;
        this.onEvent = onEvent;
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", kafka,
                        "group.id", "guarantees-" + UUID.randomUUID(),
                        "auto.offset.reset", "earliest",
                        "allow.auto.create.topics", "false",
                        "metadata.max.age.ms", "1000"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        thread = Thread.ofPlatform().daemon().name("kafka-recording").start(this::listen);
    }

    private void listen() {
        try (consumer) {
            consumer.subscribe(List.of(
                    Topics.VERIFICATION_EVENTS,
                    Topics.VERIFICATION_REQUESTED,
                    Topics.DM_ATTEMPTED,
                    Topics.VERIFICATION_COMMANDS + Topics.DLT,
                    Topics.VERIFICATION_REQUESTED + Topics.DLT,
                    Topics.DM_ATTEMPTED + Topics.DLT,
                    Topics.X_ACTIVITY + Topics.DLT,
                    Topics.VERIFICATION_EVENTS + Topics.DLT,
                    Topics.OPT_OUTS + Topics.DLT));
            while (running) {
                consumer.poll(POLL).forEach(this::record);
            }
        }
    }

    private void record(ConsumerRecord<String, byte[]> record) {
        if (record.topic().endsWith(Topics.DLT)) {
            deadLetters.add(DeadLetter.of(record));
        } else if (DeadLetter.poison(record.headers()).isEmpty()) {
            recordEvent(record);
        }
    }

    private void recordEvent(ConsumerRecord<String, byte[]> record) {
        SpecificRecord event = codec.decode(record.value());
        switch (event) {
            case VerificationRequested order when order.getKind() == OrderKind.LOOK_UP -> {}
            case DmAttempted answer when answer.getKind() == OrderKind.LOOK_UP -> {}
            case VerificationRequested order -> orders.put(DispatchId.of(order), order);
            case DmAttempted attempt ->
                (attempt.getOutcome() == DmOutcome.UNCONFIRMED ? interim : attempts)
                        .computeIfAbsent(DispatchId.of(attempt), _ -> ConcurrentHashMap.newKeySet())
                        .add(attempt);
            default -> record(RecordedEvent.of(id(record), event));
        }
    }

    private void record(RecordedEvent event) {
        if (events.put(event.id(), event) != null) {
            return;
        }
        if (event.isTerminal()) {
            endReadAt.putIfAbsent(event.verification(), clock.instant());
            endings.computeIfAbsent(event.verification(), _ -> ConcurrentHashMap.newKeySet())
                    .add(event);
        }
        onEvent.accept(event);
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_id").value(), UTF_8);
    }

    /** Every event, once. */
    public Collection<RecordedEvent> events() {
        return events.values();
    }

    /** The terminal events, by verification. */
    public Map<String, Set<RecordedEvent>> endings() {
        return endings;
    }

    /** When the terminal event was first read here, by verification; Kafka had it earlier. */
    public Map<String, Instant> endReadAt() {
        return endReadAt;
    }

    /** The orders to send a message. */
    public Map<DispatchId, VerificationRequested> orders() {
        return orders;
    }

    /** The different final reports of each order to send a message. */
    public Map<DispatchId, Set<DmAttempted>> attempts() {
        return attempts;
    }

    /** The different interim reports of each order to send a message. */
    public Map<DispatchId, Set<DmAttempted>> interim() {
        return interim;
    }

    /** All dead letters, repetitions included. */
    public Collection<DeadLetter> deadLetters() {
        return deadLetters;
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
