package com.dmverify.benchmarks.send;

import com.dmverify.benchmarks.deployment.CodeKeys;
import com.dmverify.benchmarks.deployment.Infrastructure;
import com.dmverify.benchmarks.deployment.Sandbox;
import com.dmverify.benchmarks.round.Workload;
import com.dmverify.events.VerificationRequested;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Asks dm-sender for messages by way of Kafka and waits until it has reported each as sent. The orders of the account are
 * spread over all partitions, as those of an account with a high limit are.
 */
public final class Orders implements Workload, AutoCloseable {

    private final EventCodec codec = new EventCodec();
    private final InstantSource clock;
    private final List<String> users;
    private final KafkaProducer<String, byte[]> producer;
    private final Reports reports;
    private final int partitions;
    private List<ProducerRecord<String, byte[]>> prepared = List.of();
    private Set<String> ids = Set.of();
    private int asked;

    /** Orders to users with these ids, in turn. */
    public Orders(Infrastructure infrastructure, InstantSource clock, List<String> users) {
        this.clock = clock;
        this.users = users;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", infrastructure.kafka()), new StringSerializer(), new ByteArraySerializer());
        reports = new Reports(infrastructure, codec);
        partitions = producer.partitionsFor(Topics.VERIFICATION_REQUESTED).size();
    }

    @Override
    public String name() {
        return "dm-sender: Kafka record, ledger, budget, signed call, DmAttempted";
    }

    @Override
    public void prepare(int operations) {
        prepared = new ArrayList<>(operations);
        ids = HashSet.newHashSet(operations);
        for (int i = 0; i < operations; i++) {
            String id = "ver_" + UUID.randomUUID().toString().replace("-", "");
            ids.add(id);
            prepared.add(new ProducerRecord<>(
                    Topics.VERIFICATION_REQUESTED, asked++ % partitions, Sandbox.ACCOUNT, codec.encode(order(id))));
        }
    }

    @Override
    public void carryOut(int operations) {
        for (ProducerRecord<String, byte[]> order : prepared) {
            // What is not delivered is never reported.
            var _ = producer.send(order);
        }
        reports.awaitSent(ids);
    }

    @Override
    public void close() {
        producer.close();
        reports.close();
    }

    private VerificationRequested order(String id) {
        Instant now = clock.instant();
        return VerificationRequested.newBuilder()
                .setVerificationId(id)
                .setCodeVersion(1)
                .setDispatch(1)
                .setTenant("benchmark")
                .setAccount(Sandbox.ACCOUNT)
                .setTargetUserId(users.get(asked % users.size()))
                .setLocale("en")
                .setPurpose("Link your X account to Example")
                .setKeyId(CodeKeys.ID)
                .setCodeDigits(6)
                .setCodeLifeSeconds(600)
                .setSendDeadline(now.plus(Duration.ofMinutes(5)))
                .setRequestedAt(now)
                .build();
    }
}
