package com.dmverify.api.optout;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.ProblemType;
import com.dmverify.events.OptOutChanged;
import com.dmverify.events.OptOutState;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.TopicNames;
import com.dmverify.schemas.Topics;
import com.dmverify.support.follow.FollowerConsumers;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The opt-outs that stand, as the compacted topic {@code opt-outs} has them: Redis knows persons by hash alone. It reads the whole
 * topic, which an operator may wait for.
 */
@Component
public class ListOptOuts {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BACK_SOON = Duration.ofSeconds(10);

    /** More than a terminal shows; the newest are shown. */
    private static final int MOST = 10_000;

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final EventCodec codec;
    private final String topic;

    ListOptOuts(ObjectProvider<ConsumerFactory<?, ?>> kafka, EventCodec codec, TopicNames names) {
        this.consumers = FollowerConsumers.of(kafka);
        this.codec = codec;
        this.topic = names.of(Topics.OPT_OUTS);
    }

    /** An opt-out that stands. */
    public record Standing(String account, String userId, Instant since) {}

    /**
     * Those of this account, the newest first.
     *
     * @param account null for all accounts
     * @throws Problem through the Mono, if Kafka is away
     */
    public Mono<List<Standing>> all(@Nullable String account) {
        return Mono.fromCallable(() -> read(account))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(
                        KafkaException.class,
                        error -> Problem.of(ProblemType.UNAVAILABLE, "Kafka cannot be read. Try again.", BACK_SOON));
    }

    private List<Standing> read(@Nullable String account) {
        Map<String, OptOutChanged> latest = new HashMap<>();
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            while (!ends.isEmpty()) {
                consumer.poll(POLL).forEach(record -> take(record, latest));
                ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
        return latest.values().stream()
                .filter(change -> change.getState() != OptOutState.OPTED_IN)
                .filter(change -> account == null || account.equals(change.getAccount()))
                .sorted(Comparator.comparing(OptOutChanged::getOccurredAt).reversed())
                .limit(MOST)
                .map(change -> new Standing(change.getAccount(), change.getUserId(), change.getOccurredAt()))
                .toList();
    }

    /** The record with the latest time counts, whatever its place. */
    private void take(ConsumerRecord<String, byte[]> record, Map<String, OptOutChanged> latest) {
        OptOutChanged change = codec.decode(record.value(), OptOutChanged.class);
        latest.merge(
                record.key(), change, (one, other) -> one.getOccurredAt().isAfter(other.getOccurredAt()) ? one : other);
    }
}
