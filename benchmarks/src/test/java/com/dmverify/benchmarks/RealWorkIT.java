package com.dmverify.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.dmverify.benchmarks.accept.Accepts;
import com.dmverify.benchmarks.accept.Starts;
import com.dmverify.benchmarks.ceiling.CeilingTopics;
import com.dmverify.benchmarks.check.Checks;
import com.dmverify.benchmarks.deployment.Infrastructure;
import com.dmverify.benchmarks.deployment.Programs;
import com.dmverify.benchmarks.deployment.Sandbox;
import com.dmverify.benchmarks.kafka.RecordTally;
import com.dmverify.benchmarks.kafka.Recorded;
import com.dmverify.benchmarks.load.EndpointLoad;
import com.dmverify.benchmarks.load.Spread;
import com.dmverify.benchmarks.machine.ClassPaths;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.machine.Program;
import com.dmverify.benchmarks.machine.RunningProgram;
import com.dmverify.benchmarks.receive.Webhooks;
import com.dmverify.benchmarks.round.Workload;
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

/** Figures count real work: what a workload says that it did is there, seen from the other side. */
class RealWorkIT {

    private static final int OPERATIONS = 60;
    private static final int CONNECTIONS = 8;
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    static Path logs;

    private static Infrastructure infrastructure;
    private static Sandbox sandbox;
    private static RunningProgram sender;
    private static RunningProgram api;
    private static RunningProgram receiver;
    private static RunningProgram ceiling;

    @BeforeAll
    static void start() {
        Launch launch = new Launch(ClassPaths.ofThisJvm(), logs, List.of("-XX:TieredStopAtLevel=1"), false);
        CompletableFuture<Sandbox> x = CompletableFuture.supplyAsync(() -> new Sandbox(launch));
        infrastructure = new Infrastructure(launch)
                .withTopics(Topics.X_ACTIVITY, CeilingTopics.ACTIVITY, CeilingTopics.ORDERS, CeilingTopics.EVENTS);
        CompletableFuture<RunningProgram> first = run(launch, Programs.verificationApi(infrastructure));
        CompletableFuture<RunningProgram> second = run(launch, Programs.webhookReceiver(infrastructure));
        CompletableFuture<RunningProgram> third = run(launch, Programs.ceiling(infrastructure));
        sandbox = x.join();
        sender = launch.run(Programs.dmSender(infrastructure, sandbox.url()));
        api = first.join();
        receiver = second.join();
        ceiling = third.join();
    }

    @AfterAll
    static void end() {
        List.of(ceiling, receiver, api, sender).forEach(RunningProgram::close);
        sandbox.close();
        infrastructure.close();
    }

    @Test
    void eachSendIsAMessageThatXAccepted() {
        try (Orders orders = new Orders(infrastructure, CLOCK, sandbox.users(OPERATIONS))) {
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
    void eachAcceptedStartIsAnEventAndAnOrderInKafka() {
        try (RecordTally tally =
                        new RecordTally(infrastructure, Topics.VERIFICATION_REQUESTED, Topics.VERIFICATION_EVENTS);
                Accepts accepts = new Accepts(api.url(), CONNECTIONS)) {
            assertThatARoundCounts(new Recorded(accepts, tally, Accepts.EVENTS));
        }
    }

    @Test
    void theCeilingOfAcceptWritesAsManyRecords() {
        try (RecordTally tally = new RecordTally(infrastructure, CeilingTopics.ORDERS, CeilingTopics.EVENTS);
                EndpointLoad accept = EndpointLoad.accept(ceiling, CONNECTIONS)) {
            assertThatARoundCounts(new Recorded(accept, tally, Accepts.EVENTS));
        }
    }

    @Test
    void everyTryIsAnEventAndOnlyTheRightCodeIsApproved() {
        try (RecordTally tally = new RecordTally(infrastructure, Topics.VERIFICATION_EVENTS);
                Starts starts = new Starts(api.url(), infrastructure, CLOCK);
                Checks checks = new Checks(api.url(), starts, CONNECTIONS)) {
            // So many that each verification gets all its tries.
            int operations = 200 * Spread.PER_KEY;
            Recorded recorded = new Recorded(checks, tally, Checks.EVENTS);
            recorded.prepare(operations);
            recorded.carryOut(operations);
            recorded.prove(operations);
            assertThatIllegalStateException().isThrownBy(() -> checks.prove(operations + 1));
        }
    }

    @Test
    void theCeilingOfCheckChangesEachVerificationFiveTimes() {
        try (RecordTally tally = new RecordTally(infrastructure, CeilingTopics.EVENTS);
                EndpointLoad check = EndpointLoad.check(ceiling, CONNECTIONS);
                EndpointLoad plain = EndpointLoad.lua(ceiling, CONNECTIONS)) {
            Recorded recorded = new Recorded(check, tally, Checks.EVENTS);
            int operations = 200 * Spread.PER_KEY;
            recorded.prepare(operations);
            recorded.carryOut(operations);
            recorded.prove(operations);
            work(plain);
        }
    }

    @Test
    void eachWebhookIsARecordInKafka() {
        try (RecordTally activities = new RecordTally(infrastructure, Topics.X_ACTIVITY);
                RecordTally plainRecords = new RecordTally(infrastructure, CeilingTopics.ACTIVITY);
                Webhooks webhooks = Webhooks.to(receiver.url(), CONNECTIONS);
                Webhooks plain = Webhooks.toCeiling(ceiling.url(), CONNECTIONS)) {
            webhooks.deliverFirst();
            plain.deliverFirst();
            assertThatARoundCounts(new Recorded(webhooks, activities, 1));
            assertThatARoundCounts(new Recorded(plain, plainRecords, 1));
        }
    }

    private static CompletableFuture<RunningProgram> run(Launch launch, Program program) {
        return CompletableFuture.supplyAsync(() -> launch.run(program));
    }

    /** A round counts, and one that claims more than it did does not. */
    private static void assertThatARoundCounts(Recorded recorded) {
        work(recorded);
        assertThatIllegalStateException().isThrownBy(() -> recorded.prove(OPERATIONS + 1));
    }

    private static SignedCalls calls(List<String> users, String who) {
        return new SignedCalls(sandbox.url(), CLOCK, users, who);
    }

    private static long acceptedOf(Workload workload) {
        Sandbox.Stats before = sandbox.stats();
        work(workload);
        Sandbox.Stats after = sandbox.stats();
        assertThat(after.duplicates()).isEqualTo(before.duplicates());
        assertThat(after.rejected()).isEqualTo(before.rejected());
        return after.dms() - before.dms();
    }

    private static void work(Workload workload) {
        workload.prepare(OPERATIONS);
        workload.carryOut(OPERATIONS);
        workload.prove(OPERATIONS);
    }
}
