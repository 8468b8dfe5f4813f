package com.dmverify.guarantees.poison;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.story.Http.Answer;
import com.dmverify.guarantees.deployment.Deployment;
import com.dmverify.guarantees.evidence.DeadLetter;
import com.dmverify.guarantees.plan.Plan;
import com.dmverify.guarantees.plan.Poison;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends poisonous records to Kafka and remembers them. Thread-safe. */
public final class Poisoner implements AutoCloseable {

    private final KafkaProducer<String, byte[]> kafka;
    private final PoisonRecords recipe;
    private final String bystander;
    private final Map<Integer, Put> put = new ConcurrentHashMap<>();

    /**
     * A poisonous record that was sent.
     *
     * @param content its bytes in the form of {@link DeadLetter#content}
     */
    public record Put(Poison poison, Optional<String> content) {}

    private Poisoner(KafkaProducer<String, byte[]> kafka, PoisonRecords recipe, String bystander) {
        this.kafka = kafka;
        this.recipe = recipe;
        this.bystander = bystander;
    }

    /** Creates a poisoner for this deployment, and an X user to whom all poisonous orders are addressed. */
    public static Poisoner on(Deployment deployment, Plan plan) {
        Answer made = deployment.sandbox().post("/sandbox/users", "{\"username\": \"bystander\"}");
        assertThat(made.status()).as("POST /sandbox/users: %s", made.body()).isEqualTo(201);
        String bystander = made.text("/id");
        return new Poisoner(
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", deployment.kafka().bootstrapServers(), "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer()),
                new PoisonRecords(plan.seed(), bystander),
                bystander);
    }

    /** Returns when Kafka has acknowledged the record, which takes long while the broker is away. */
    public void send(Poison poison) {
        byte[] value = recipe.value(poison);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(poison.topic(), poison.brand().name(), value);
        record.headers().add(DeadLetter.POISON, String.valueOf(poison.number()).getBytes(UTF_8));
        poison.oddities().forEach(oddity -> add(oddity, record.headers()));
        put.put(poison.number(), new Put(poison, DeadLetter.content(value)));
        try {
            kafka.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take " + poison, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void add(Poison.Oddity oddity, Headers headers) {
        switch (oddity) {
            case SUBJECT_WITHOUT_VALUE -> headers.add("ce_subject", null);
            case TRACE_WITHOUT_VALUE -> headers.add("traceparent", null);
            case NOT_BEFORE_THE_YEAR_9999 -> headers.add("retry-not-before", "9999-12-31T23:59:59Z".getBytes(UTF_8));
            case GARBLED_ATTEMPT -> headers.add("retry-attempt", "twice, or so".getBytes(UTF_8));
        }
    }

    /** The records that were sent or are being sent, by number. */
    public Map<Integer, Put> put() {
        return put;
    }

    /** The user id of the person to whom poisonous orders are addressed; no platform starts a verification of them. */
    public String bystander() {
        return bystander;
    }

    @Override
    public void close() {
        kafka.close();
    }
}
