package com.dmverify.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.guarantees.deployment.Deployment;
import com.dmverify.guarantees.deployment.SendLimit;
import com.dmverify.guarantees.evidence.KafkaRecording;
import com.dmverify.guarantees.evidence.SandboxRecording;
import com.dmverify.guarantees.people.Applicants;
import com.dmverify.guarantees.people.TaskRunner;
import com.dmverify.guarantees.plan.Plan;
import com.dmverify.guarantees.poison.Poisoner;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs verifications while services, the broker and Redis are killed and restarted, poisonous records are in every topic and X
 * has faults. {@code -Dguarantees.verifications=…} makes the run longer, {@code -Dguarantees.seed=…} repeats a plan.
 */
class GuaranteesIT {

    private static final List<Guarantee> GUARANTEES = List.of(
            new EveryRequestEndsOnce(),
            new NoSecondDm(),
            new NeverMoreThanBudget(),
            new EveryOrderIsReported(),
            new PoisonStopsNoPartition(),
            new NoCallAfterTheEnd());

    private static final SendLimit ALLOWED = new SendLimit(100, Duration.ofSeconds(5));
    private static final Duration SEND_WITHIN = Duration.ofSeconds(90);
    private static final Duration BETWEEN_TWO = Duration.ofMillis(25);
    private static final int MOST_UNDER_WAY = 1_000;
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    /** Longer than any verification lives here, and longer than the lease of a killed sender. */
    private static final Duration TIMEOUT = Duration.ofMinutes(4);

    private final Plan plan = Plan.of(
            Long.getLong("guarantees.seed", System.nanoTime() % 1_000_000),
            Integer.getInteger("guarantees.verifications", 250));

    @Test
    void theGuaranteesHoldThroughEveryFault() {
        RunReport.of(plan);
        try (Deployment deployment = Deployment.with(ALLOWED, SEND_WITHIN, 2);
                TaskRunner tasks = new TaskRunner()) {
            Applicants applicants = Applicants.of(plan.people(), deployment, tasks);
            SandboxRecording x = new SandboxRecording(deployment.sandbox());
            try (KafkaRecording kafka = new KafkaRecording(
                            deployment.kafka().bootstrapServers(), Clock.systemUTC(), applicants::handles);
                    Poisoner poisoner = Poisoner.on(deployment, plan)) {
                Evidence evidence = new Evidence(applicants.applicants(), kafka, x, poisoner);

                // When
                start(0, applicants, new FaultInjector(plan, deployment, poisoner, tasks), tasks);

                // Then
                awaitAllEnds(evidence, applicants, tasks);
                awaitNothingMissing(evidence, applicants, tasks);
                RunReport.of(evidence);
            }
        }
    }

    /** Starts one verification after the other; on a slow machine the run takes longer. */
    private void start(int number, Applicants applicants, FaultInjector faults, TaskRunner tasks) {
        if (number == plan.people().size()) {
            return;
        }
        int underWay = number - applicants.ended();
        if (underWay < MOST_UNDER_WAY) {
            faults.injectWhenStarting(number);
            applicants.starts(number);
        }
        int next = underWay < MOST_UNDER_WAY ? number + 1 : number;
        tasks.in(BETWEEN_TWO, () -> start(next, applicants, faults, tasks));
    }

    private void awaitAllEnds(Evidence evidence, Applicants applicants, TaskRunner tasks) {
        while (!evidence.isComplete()) {
            int ended = evidence.endings().size();
            await("another verification to end, seed " + plan.seed())
                    .atMost(TIMEOUT)
                    .pollInterval(LOOK_EVERY)
                    .until(() -> {
                        evidence.x().poll().forEach(applicants::receives);
                        return evidence.isComplete() || evidence.endings().size() > ended;
                    });
            assertNothingIsBroken(evidence, tasks);
        }
    }

    private void awaitNothingMissing(Evidence evidence, Applicants applicants, TaskRunner tasks) {
        applicants.readStates();
        await("nothing to be missing, seed " + plan.seed())
                .atMost(TIMEOUT)
                .pollInterval(LOOK_EVERY)
                .untilAsserted(() -> {
                    evidence.x().poll();
                    assertThat(said(Guarantee::missing, evidence)).isEmpty();
                });
        assertNothingIsBroken(evidence, tasks);
        // Most persons type the right code: a run without successes proves nothing.
        assertThat(evidence.ends().get("VerificationSucceeded"))
                .isGreaterThan(plan.people().size() / 10);
    }

    private static void assertNothingIsBroken(Evidence evidence, TaskRunner tasks) {
        assertThat(tasks.failures()).isEmpty();
        assertThat(said(Guarantee::violations, evidence)).isEmpty();
    }

    private static List<String> said(BiFunction<Guarantee, Evidence, List<String>> question, Evidence evidence) {
        return GUARANTEES.stream()
                .flatMap(guarantee -> question.apply(guarantee, evidence).stream()
                        .map(line -> guarantee.getClass().getSimpleName() + ": " + line))
                .flatMap(Stream::of)
                .toList();
    }
}
