package com.dmverify.promises.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.events.DmAttempted;
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

/** Listens to every topic from its first record on, and keeps what was said, repetitions counted once. */
public final class Heard implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final EventCodec codec = new EventCodec();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Clock clock;
    private final Consumer<Fact> onFact;
    private final Thread thread;
    private final Map<String, Fact> facts = new ConcurrentHashMap<>();
    private final Map<String, Set<Fact>> endings = new ConcurrentHashMap<>();
    private final Map<String, Instant> endHeard = new ConcurrentHashMap<>();
    private final Map<Order, VerificationRequested> orders = new ConcurrentHashMap<>();
    private final Map<Order, Set<DmAttempted>> attempts = new ConcurrentHashMap<>();
    private final Collection<DeadLetter> deadLetters = new ConcurrentLinkedQueue<>();
    private volatile boolean listening = true;

    /**
     * @param clock tells when an end was read: the clock of the sandbox, whose messages are compared with it
     * @param onFact hears each fact once, as it comes
     */
    public Heard(String kafka, Clock clock, Consumer<Fact> onFact) {
        this.clock = clock;
        this.onFact = onFact;
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", kafka,
                        "group.id", "promises-" + UUID.randomUUID(),
                        "auto.offset.reset", "earliest",
                        "allow.auto.create.topics", "false",
                        "metadata.max.age.ms", "1000"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        thread = Thread.ofPlatform().daemon().name("heard").start(this::listen);
    }

    private void listen() {
        try (consumer) {
            consumer.subscribe(List.of(
                    Topics.VERIFICATION_EVENTS,
                    Topics.VERIFICATION_REQUESTED,
                    Topics.DM_ATTEMPTED,
                    Topics.VERIFICATION_REQUESTED + Topics.DLT,
                    Topics.DM_ATTEMPTED + Topics.DLT,
                    Topics.X_ACTIVITY + Topics.DLT,
                    Topics.VERIFICATION_EVENTS + Topics.DLT,
                    Topics.OPT_OUTS + Topics.DLT));
            while (listening) {
                consumer.poll(POLL).forEach(this::hear);
            }
        }
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        if (record.topic().endsWith(Topics.DLT)) {
            deadLetters.add(DeadLetter.of(record));
        } else if (DeadLetter.poison(record.headers()).isEmpty()) {
            hearEvent(record);
        }
    }

    private void hearEvent(ConsumerRecord<String, byte[]> record) {
        SpecificRecord event = codec.decode(record.value());
        switch (event) {
            case VerificationRequested order -> orders.put(Order.of(order), order);
            case DmAttempted attempt ->
                attempts.computeIfAbsent(Order.of(attempt), _ -> ConcurrentHashMap.newKeySet())
                        .add(attempt);
            default -> hear(Fact.of(id(record), event));
        }
    }

    private void hear(Fact fact) {
        if (facts.put(fact.id(), fact) != null) {
            return;
        }
        if (fact.isTerminal()) {
            endHeard.putIfAbsent(fact.verification(), clock.instant());
            endings.computeIfAbsent(fact.verification(), _ -> ConcurrentHashMap.newKeySet())
                    .add(fact);
        }
        onFact.accept(fact);
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_id").value(), UTF_8);
    }

    /** Every fact, once. */
    public Collection<Fact> facts() {
        return facts.values();
    }

    /** The ends that were announced, by verification. */
    public Map<String, Set<Fact>> endings() {
        return endings;
    }

    /** When the end was first read here, by verification: Kafka had it before. */
    public Map<String, Instant> endHeard() {
        return endHeard;
    }

    /** What the sender was asked for. */
    public Map<Order, VerificationRequested> orders() {
        return orders;
    }

    /** What the sender said of each order: every different answer. */
    public Map<Order, Set<DmAttempted>> attempts() {
        return attempts;
    }

    /** What was put aside, repetitions included. */
    public Collection<DeadLetter> deadLetters() {
        return deadLetters;
    }

    @Override
    public void close() {
        listening = false;
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
