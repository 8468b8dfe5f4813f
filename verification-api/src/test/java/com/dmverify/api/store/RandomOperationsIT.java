package com.dmverify.api.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.api.HandMovedClock;
import com.dmverify.api.redis.Redis;
import com.dmverify.api.redis.Shards;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.testing.FreezingProxy;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Random operations on the store on Redis: undisturbed, with connections that are cut, and from processes that are killed.
 * Nothing is published meanwhile, so that the outbox holds every event. Another seed and number: {@code
 * -Ddm-verify.random.seed=7 -Ddm-verify.random.operations=100000}.
 */
class RandomOperationsIT {

    private static final long SEED = Long.getLong("dm-verify.random.seed", 20_261_120);
    private static final int OPERATIONS = Integer.getInteger("dm-verify.random.operations", 10_000);

    /** A connection is cut before one operation in so many. */
    private static final int CUT_ONE_IN = 250;

    private static final int KILLS = 3;

    private static final LocalRedis SERVER = LocalRedis.builder().build();
    private static LettuceConnectionFactory undisturbed;

    private final HandMovedClock clock = new HandMovedClock();
    private final Collection<Change<?>> committed = new ConcurrentLinkedQueue<>();
    private final Redis redis = new Redis(undisturbed);

    @BeforeAll
    static void start() {
        SERVER.start();
        undisturbed = RedisStores.connect(SERVER.port(), "test");
    }

    @AfterAll
    static void stop() {
        undisturbed.destroy();
        SERVER.close();
    }

    @BeforeEach
    void empty() {
        SERVER.command("FLUSHALL");
    }

    @Test
    void theStoreAgreesWithTheCommittedChanges() throws Exception {
        operate(undisturbed, random -> {});

        Map<VerificationId, Kept> kept = checkedState();
        Consistency.checkThatEverythingHappened(kept.values());
        Consistency.check(committed, kept);
    }

    @Test
    void theStoreIsConsistentAfterConnectionsWereCut() throws Exception {
        try (FreezingProxy proxy = FreezingProxy.before(SERVER.port())) {
            LettuceConnectionFactory connection = RedisStores.connect(proxy.port(), RandomOperationsMain.CLIENT);
            operate(connection, random -> {
                if (random.nextInt(CUT_ONE_IN) == 0) {
                    proxy.cut();
                }
            });
            connection.destroy();
            assertThat(proxy.accepted()).isGreaterThan(2);
        }
        awaitDisconnection();

        Map<VerificationId, Kept> kept = checkedState();
        assertThat(committed)
                .isNotEmpty()
                .allSatisfy(change -> assertThat(
                                kept.get(change.after().id()).verification().sequence())
                        .isGreaterThanOrEqualTo(change.after().sequence()));
    }

    @Test
    void theStoreIsConsistentAfterProcessesWereKilled() throws Exception {
        Random random = new Random(SEED);
        for (int round = 0; round < KILLS; round++) {
            Process process = start(round);
            awaitLines(process, 1 + random.nextInt(30));
            process.destroyForcibly().waitFor();
            awaitDisconnection();
            assertThat(checkedState()).hasSizeGreaterThan(0);
        }
    }

    private void operate(LettuceConnectionFactory connection, Consumer<Random> before) throws Exception {
        VerificationStore store =
                RedisStores.on(new Redis(connection), (change, entries) -> committed.add(change), clock);
        new RandomOperations(store, clock, SEED, List.of()).run(OPERATIONS, before);
    }

    /** What Redis keeps, after a check of each verification, and that it keeps nothing else. */
    private Map<VerificationId, Kept> checkedState() {
        List<VerificationId> ids = ids();
        Map<VerificationId, Kept> kept = RedisStores.kept(redis, ids);
        kept.forEach(Consistency::check);
        long pending = kept.values().stream()
                .filter(one -> !one.verification().status().isTerminal())
                .count();
        long deadlines = Shards.all()
                .mapToLong(shard -> redis.<Long>send(commands -> commands.zcard(Redis.bytes(Shards.deadlines(shard))))
                        .block())
                .sum();
        assertThat(deadlines).isEqualTo(pending);
        int records = Shards.all()
                .map(shard -> RedisStores.records(redis, shard).size())
                .sum();
        assertThat(records)
                .isEqualTo(kept.values().stream()
                        .mapToInt(one -> one.records().size())
                        .sum());
        return kept;
    }

    private List<VerificationId> ids() {
        return redis.<List<byte[]>>send(commands -> commands.keys("verification:{*}:ver_*")).block().stream()
                .map(Redis::text)
                .map(key -> new VerificationId(key.substring(key.indexOf("ver_"))))
                .toList();
    }

    private Process start(int round) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                RandomOperationsMain.class.getName(),
                String.valueOf(SERVER.port()),
                String.valueOf(SEED + round),
                String.valueOf(round)));
        ids().stream()
                .limit(RandomOperations.VERIFICATIONS)
                .map(VerificationId::value)
                .forEach(command::add);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** The process is killed in the middle of its work: after so many lines, which are so many operations. */
    private static void awaitLines(Process process, int wanted) throws IOException {
        List<String> output = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            int seen = 0;
            while (seen < wanted) {
                String line = lines.readLine();
                assertThat(line).as("the process ended: %s", output).isNotNull();
                output.add(line);
                seen += line.equals(RandomOperationsMain.LINE) ? 1 : 0;
            }
            process.destroyForcibly();
        }
    }

    /** What a process sent before its end is executed until its connections are gone. */
    private static void awaitDisconnection() {
        await().until(() -> !SERVER.command("CLIENT", "LIST").contains("name=" + RandomOperationsMain.CLIENT));
    }
}
