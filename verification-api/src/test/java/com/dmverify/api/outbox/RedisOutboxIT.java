package com.dmverify.api.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.HandMovedClock;
import com.dmverify.api.RealRedis;
import com.dmverify.api.redis.Redis;
import com.dmverify.local.LocalServices;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** The streams of the outbox on a real Redis. */
class RedisOutboxIT {

    private static final Duration AGE = Duration.ofSeconds(5);
    private static final Duration KEEP = Duration.ofDays(30);
    private static final int PAGE = 3;

    private final HandMovedClock clock = new HandMovedClock();
    private final Redis redis = RealRedis.redis();
    private final ReactiveStringRedisTemplate template = RealRedis.template();
    private final Outbox outbox = new RedisOutbox(redis, clock, properties());
    private final String stream = OutboxStreams.ofVerifications(7);

    @BeforeEach
    void empty() {
        LocalServices.shared().redis().command("FLUSHALL");
    }

    @Test
    void aRecordIsLeftBehindWhenItIsOldEnough() {
        add("a");
        clock.advance(AGE.minusMillis(1));
        assertThat(keys(find())).isEmpty();
        assertThat(outbox.isLate(AGE).block()).isFalse();

        clock.advance(Duration.ofMillis(1));

        assertThat(keys(find())).containsExactly("a");
        assertThat(outbox.isLate(AGE).block()).isTrue();
    }

    /** The health endpoint asks this at each request. */
    @Test
    void whetherRecordsAreLateIsReadFromTheOldestAlone() {
        // Given: 3 MB, nearly all of it behind the first record
        add("a");
        for (int i = 0; i < 30; i++) {
            add(stream, new byte[][] {
                Redis.bytes("r"), record("k".repeat(100_000)).toBytes()
            });
        }
        clock.advance(AGE);
        long before = sent();

        // When
        Boolean late = outbox.isLate(AGE).block();

        // Then
        assertThat(late).isTrue();
        assertThat(sent() - before).isLessThan(1_000_000);
    }

    /** What Redis has sent, in bytes. */
    private static long sent() {
        return LocalServices.shared()
                .redis()
                .command("INFO", "stats")
                .lines()
                .filter(line -> line.startsWith("total_net_output_bytes:"))
                .mapToLong(line ->
                        Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void recordsAreReadAPageAtATimeAndThenFromTheBeginning() {
        for (String key : List.of("a", "b", "c", "d", "e")) {
            add(key);
        }
        clock.advance(AGE);

        assertThat(keys(find())).containsExactly("a", "b", "c");
        assertThat(keys(find())).containsExactly("d", "e");
        assertThat(keys(find())).containsExactly("a", "b", "c");
    }

    @Test
    void aPageThatEndsWithTheStreamIsFollowedByTheBeginning() {
        for (String key : List.of("a", "b", "c")) {
            add(key);
        }
        clock.advance(AGE);

        assertThat(keys(find())).containsExactly("a", "b", "c");
        assertThat(keys(find())).isEmpty();
        assertThat(keys(find())).containsExactly("a", "b", "c");
    }

    @Test
    void eachStreamHasAPageOfItsOwn() {
        for (String key : List.of("a", "b", "c", "d")) {
            add(key);
        }
        String other = OutboxStreams.ofOptOuts(7);
        add(other, new byte[][] {Redis.bytes("r"), record("x").toBytes()});
        clock.advance(AGE);

        assertThat(keys(find())).containsExactly("a", "b", "c");
        assertThat(keys(outbox.findOlderThan(AGE, other).collectList().block())).containsExactly("x");
        assertThat(keys(find())).containsExactly("d");
    }

    @Test
    void aPageOfDamagedEntriesHoldsUpNoOther() {
        for (int i = 0; i < PAGE; i++) {
            add(stream, new byte[][] {Redis.bytes("r"), Redis.bytes("damaged")});
        }
        add(stream, new byte[][] {Redis.bytes("other"), record("no record").toBytes()});
        add("a");
        clock.advance(AGE);

        assertThat(keys(find())).isEmpty();
        assertThat(keys(find())).containsExactly("a");
        assertThat(outbox.waiting().block())
                .as("damaged entries stay for an operator")
                .isEqualTo(5);
    }

    @Test
    void onlyPublishedRecordsAreRemoved() {
        add("a");
        add("b");
        add("c");
        clock.advance(AGE);
        List<OutboxEntry> found = find();

        outbox.remove(Map.of(stream, List.of(found.get(0).id(), found.get(2).id())))
                .block();

        find();
        assertThat(keys(find())).containsExactly("b");
        assertThat(outbox.waiting().block()).isEqualTo(1);
    }

    @Test
    void recordsOfEveryStreamAreCounted() {
        add("a");
        add(
                OutboxStreams.ofVerifications(63),
                new byte[][] {Redis.bytes("r"), record("b").toBytes()});
        add(
                OutboxStreams.ofOptOuts(0),
                new byte[][] {Redis.bytes("r"), record("c").toBytes()});

        assertThat(outbox.waiting().block()).isEqualTo(3);
    }

    @Test
    void whatWaitsIsKeptForLongerWithEachSweep() {
        add("a");
        template.expire(stream, Duration.ofMinutes(1)).block();

        find();

        assertThat(template.getExpire(stream).block()).isBetween(KEEP.minusMinutes(1), KEEP);
    }

    @Test
    void aRecordIsFoundAsItWasKept() {
        add("a");
        clock.advance(AGE);

        OutboxEntry entry = find().getFirst();

        assertThat(entry.stream()).isEqualTo(stream);
        assertThat(entry.record().toBytes()).isEqualTo(record("a").toBytes());
    }

    private List<OutboxEntry> find() {
        return outbox.findOlderThan(AGE, stream).collectList().block();
    }

    private void add(String key) {
        add(stream, new byte[][] {Redis.bytes("r"), record(key).toBytes()});
    }

    private void add(String to, byte[][] field) {
        redis.<String>send(commands -> commands.xadd(Redis.bytes(to), Map.of(field[0], field[1])))
                .block();
    }

    /** All are from the beginning of the test. */
    private static KafkaRecord record(String key) {
        return new KafkaRecord(
                new HandMovedClock().instant(), "verification.events", key, Map.of(), Redis.bytes("value"));
    }

    private static List<String> keys(List<OutboxEntry> entries) {
        return entries.stream().map(entry -> entry.record().key()).toList();
    }

    private static OutboxProperties properties() {
        return new OutboxProperties(
                10, AGE, 10, AGE, AGE, AGE, PAGE, Duration.ofSeconds(60), Duration.ofSeconds(10), KEEP, AGE);
    }
}
