package com.dmverify.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.dmverify.benchmarks.check.BareChecks;
import com.dmverify.benchmarks.check.Checks;
import com.dmverify.benchmarks.check.Openings;
import com.dmverify.benchmarks.ground.Api;
import com.dmverify.benchmarks.ground.BareDoors;
import com.dmverify.benchmarks.ground.Ground;
import com.dmverify.benchmarks.ground.Receiver;
import com.dmverify.benchmarks.ground.Sandbox;
import com.dmverify.benchmarks.ground.Sender;
import com.dmverify.benchmarks.machine.ClassPaths;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.receive.RecordCount;
import com.dmverify.benchmarks.receive.Webhooks;
import com.dmverify.benchmarks.round.Contender;
import com.dmverify.benchmarks.send.JdkCalls;
import com.dmverify.benchmarks.send.NettyCalls;
import com.dmverify.benchmarks.send.Orders;
import com.dmverify.benchmarks.send.SignedCalls;
import com.dmverify.schemas.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures count real work: what a contender says that it did is there, seen from the other side. */
class RealWorkIT {

    private static final int OPERATIONS = 60;
    private static final int CONNECTIONS = 8;
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    static Path logs;

    private static Ground ground;
    private static Sandbox sandbox;
    private static Sender sender;
    private static Api api;
    private static Receiver receiver;
    private static BareDoors doors;

    @BeforeAll
    static void start() {
        Launch launch = new Launch(ClassPaths.ofThisJvm(), logs, List.of("-XX:TieredStopAtLevel=1"), false);
        CompletableFuture<Sandbox> x = CompletableFuture.supplyAsync(() -> new Sandbox(launch));
        ground = new Ground(launch).withTopics(Topics.X_ACTIVITY, BareDoors.TOPIC);
        CompletableFuture<Api> asking = CompletableFuture.supplyAsync(() -> new Api(launch, ground));
        CompletableFuture<Receiver> hearing = CompletableFuture.supplyAsync(() -> new Receiver(launch, ground));
        CompletableFuture<BareDoors> bare = CompletableFuture.supplyAsync(() -> new BareDoors(launch, ground));
        sandbox = x.join();
        sender = new Sender(launch, ground, sandbox.url());
        api = asking.join();
        receiver = hearing.join();
        doors = bare.join();
    }

    @AfterAll
    static void end() {
        List.of(doors, receiver, api, sender, sandbox).forEach(service -> service.close());
        ground.close();
    }

    @Test
    void eachSendIsAMessageThatXAccepted() {
        try (Orders orders = new Orders(ground, CLOCK, sandbox.users(OPERATIONS))) {
            assertThat(acceptedOf(orders)).isEqualTo(OPERATIONS);
        }
    }

    @Test
    void eachCallOfTheLoadGeneratorsIsAMessageThatXAccepted() {
        List<String> users = sandbox.users(OPERATIONS);
        try (JdkCalls jdk = new JdkCalls(sandbox.url(), calls(users, "j"), CONNECTIONS);
                NettyCalls netty = new NettyCalls(sandbox.url(), calls(users, "n"), CONNECTIONS)) {
            assertThat(acceptedOf(jdk)).isEqualTo(OPERATIONS);
            assertThat(acceptedOf(netty)).isEqualTo(OPERATIONS);
        }
    }

    @Test
    void everyTryIsAnsweredAndOnlyTheRightCodeApproved() {
        try (Openings openings = new Openings(api.url(), ground, CLOCK);
                Checks checks = new Checks(api.url(), openings, CONNECTIONS);
                BareChecks bare = new BareChecks(doors.url(), CONNECTIONS)) {
            // So many that each verification gets all its tries.
            int operations = 200 * Checks.TRIES;
            checks.prepare(operations);
            checks.carryOut(operations);
            checks.prove(operations);
            bare.carryOut(OPERATIONS);
            // A proof of work that was not done fails.
            assertThatIllegalStateException().isThrownBy(() -> checks.prove(operations + 1));
        }
    }

    @Test
    void eachWebhookIsARecordInKafka() {
        try (Webhooks webhooks = Webhooks.to(receiver.url(), CONNECTIONS);
                Webhooks bare = Webhooks.toBare(doors.url(), CONNECTIONS)) {
            webhooks.knock();
            bare.knock();
            assertThat(recordedBy(webhooks, Topics.X_ACTIVITY)).isEqualTo(OPERATIONS);
            assertThat(recordedBy(bare, BareDoors.TOPIC)).isEqualTo(OPERATIONS);
        }
    }

    private static SignedCalls calls(List<String> users, String who) {
        return new SignedCalls(sandbox.url(), CLOCK, users, who);
    }

    private static long acceptedOf(Contender contender) {
        Sandbox.Stats before = sandbox.stats();
        work(contender);
        Sandbox.Stats after = sandbox.stats();
        assertThat(after.duplicates()).isEqualTo(before.duplicates());
        assertThat(after.rejected()).isEqualTo(before.rejected());
        return after.dms() - before.dms();
    }

    private static long recordedBy(Contender contender, String topic) {
        long before = RecordCount.of(ground, topic);
        work(contender);
        return RecordCount.of(ground, topic) - before;
    }

    private static void work(Contender contender) {
        contender.prepare(OPERATIONS);
        contender.carryOut(OPERATIONS);
        contender.prove(OPERATIONS);
    }
}
