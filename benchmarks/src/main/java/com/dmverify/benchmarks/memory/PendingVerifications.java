package com.dmverify.benchmarks.memory;

import com.dmverify.benchmarks.accept.Accepts;
import com.dmverify.benchmarks.accept.Starts;
import com.dmverify.benchmarks.check.Checks;
import com.dmverify.benchmarks.deployment.Infrastructure;
import com.dmverify.benchmarks.deployment.Programs;
import com.dmverify.benchmarks.figure.Comparison;
import com.dmverify.benchmarks.figure.Sample;
import com.dmverify.benchmarks.figure.Side;
import com.dmverify.benchmarks.figure.Unit;
import com.dmverify.benchmarks.kafka.RecordTally;
import com.dmverify.benchmarks.kafka.Recorded;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.machine.RunningProgram;
import com.dmverify.benchmarks.round.Effort;
import com.dmverify.benchmarks.round.Rounds;
import com.dmverify.benchmarks.round.Workload;
import com.dmverify.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What pending verifications cost in Redis, and whether many of them slow a check down. */
final class PendingVerifications {

    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final double AIM = 700;

    /** So many starts come before the first figure: keys that exist once are there then. */
    private static final int FIRST = 200;

    /** The JIT has to see checks for a while, however short the rounds are. */
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private final int connections;

    PendingVerifications(int connections) {
        this.connections = connections;
    }

    List<Comparison> measure(Launch launch, Effort effort) {
        try (Infrastructure infrastructure = new Infrastructure(launch);
                RunningProgram api = launch.run(Programs.verificationApi(infrastructure));
                RecordTally tally =
                        new RecordTally(infrastructure, Topics.VERIFICATION_REQUESTED, Topics.VERIFICATION_EVENTS);
                Accepts accepts = new Accepts(api.url(), connections);
                RedisContents redis = new RedisContents(infrastructure.redis());
                Starts starts = new Starts(api.url(), infrastructure, Clock.systemUTC());
                Checks checks = new Checks(api.url(), starts, connections)) {
            Recorded recorded = new Recorded(accepts, tally, Accepts.EVENTS);
            start(recorded, redis, FIRST);
            long empty = redis.bytes();
            start(recorded, redis, FEW);
            double bytesOfFew = (double) (redis.bytes() - empty) / FEW;
            VerificationCopies copies = VerificationCopies.of(redis, FEW);
            Effort warm = new Effort(effort.rounds(), effort.round(), longer(effort.warmUp(), WARM_UP));
            Side atFew = speed(warm, checks, FEW);
            long before = redis.bytes();
            copies.make(MANY - FEW);
            double bytesOfMany = (redis.bytes() - before + bytesOfFew * FEW) / MANY;
            Side atMany = speed(effort, checks, MANY);
            return List.of(
                    bytes(FEW, bytesOfFew),
                    bytes(MANY, bytesOfMany),
                    new Comparison(Unit.CHECKS_PER_SECOND, atMany, atFew));
        }
    }

    /** Returns when the events are in Kafka and the outbox is empty. */
    private static void start(Workload starts, RedisContents redis, int count) {
        starts.prepare(count);
        starts.carryOut(count);
        starts.prove(count);
        redis.awaitEmptyOutbox();
    }

    private static Side speed(Effort effort, Checks checks, int pending) {
        Side side = new Rounds(effort).measure(List.of(checks)).getFirst();
        return new Side(String.format(Locale.ROOT, "checks beside %,d pending verifications", pending), side.sample());
    }

    private static Comparison bytes(int pending, double bytes) {
        return new Comparison(
                Unit.BYTES,
                new Side(
                        String.format(Locale.ROOT, "Redis, for each of %,d pending verifications", pending),
                        Sample.of(bytes)),
                new Side("the aim", Sample.of(AIM)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
