package com.dmverify.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.promises.crowd.Crowd;
import com.dmverify.promises.crowd.Later;
import com.dmverify.promises.evidence.Heard;
import com.dmverify.promises.evidence.XRecord;
import com.dmverify.promises.plan.Plan;
import com.dmverify.promises.poison.Poisoner;
import com.dmverify.promises.stage.Allowed;
import com.dmverify.promises.stage.Stage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of verifications while services, the broker and Redis are killed and restarted, poison is in the river and X has
 * troubles. {@code -Dpromises.verifications=…} makes it longer, {@code -Dpromises.seed=…} repeats a plan.
 */
class PromisesIT {

    private static final List<Promise> PROMISES = List.of(
            new EveryRequestGetsOneVerdict(),
            new NoSecondDm(),
            new NeverMoreThanBudget(),
            new TheSumsAddUp(),
            new NoPoisonStopsAnybody(),
            new NothingAfterTheEnd());

    private static final Allowed ALLOWED = new Allowed(100, Duration.ofSeconds(5));
    private static final Duration SEND_WITHIN = Duration.ofSeconds(90);
    private static final Duration BETWEEN_TWO = Duration.ofMillis(25);
    private static final int MOST_UNDER_WAY = 1_000;
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    /** Nobody's end for so long: longer than any verification lives here, or a dead sender's claim is respected. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Plan plan = Plan.of(
            Long.getLong("promises.seed", System.nanoTime() % 1_000_000),
            Integer.getInteger("promises.verifications", 400));

    @Test
    void areKeptWhateverBreaks() {
        Report.of(plan);
        try (Stage stage = Stage.with(ALLOWED, SEND_WITHIN, 2);
                Later later = new Later()) {
            Crowd crowd = Crowd.of(plan.people(), stage, later);
            XRecord x = new XRecord(stage.sandbox());
            try (Heard heard = new Heard(stage.kafka().bootstrapServers(), Clock.systemUTC(), crowd::hears);
                    Poisoner poisoner = Poisoner.on(stage, plan)) {
                Evidence evidence = new Evidence(crowd.applicants(), heard, x, poisoner);

                // When
                asks(0, crowd, new Fate(plan, stage, poisoner, later), later);

                // Then
                untilEverybodyHasEnded(evidence, crowd, later);
                untilNothingIsOwed(evidence, crowd, later);
                Report.of(evidence);
            }
        }
    }

    /** One after the other; a machine that is too slow for so many just takes longer. */
    private void asks(int number, Crowd crowd, Fate fate, Later later) {
        if (number == plan.people().size()) {
            return;
        }
        int underWay = number - crowd.ended();
        if (underWay < MOST_UNDER_WAY) {
            fate.strikesWhenAsks(number);
            crowd.asks(number);
        }
        int next = underWay < MOST_UNDER_WAY ? number + 1 : number;
        later.in(BETWEEN_TWO, () -> asks(next, crowd, fate, later));
    }

    private void untilEverybodyHasEnded(Evidence evidence, Crowd crowd, Later later) {
        while (!evidence.isComplete()) {
            int ended = evidence.endings().size();
            await("somebody to be told their end, seed " + plan.seed())
                    .atMost(PATIENCE)
                    .pollInterval(LOOK_EVERY)
                    .until(() -> {
                        evidence.x().look().forEach(crowd::receives);
                        return evidence.isComplete() || evidence.endings().size() > ended;
                    });
            nothingIsBroken(evidence, later);
        }
    }

    private void untilNothingIsOwed(Evidence evidence, Crowd crowd, Later later) {
        crowd.look();
        await("nothing to be owed, seed " + plan.seed())
                .atMost(PATIENCE)
                .pollInterval(LOOK_EVERY)
                .untilAsserted(() -> {
                    evidence.x().look();
                    assertThat(said(Promise::owed, evidence)).isEmpty();
                });
        nothingIsBroken(evidence, later);
        // Promises about nothing are easily kept.
        assertThat(evidence.ends().get("VerificationSucceeded"))
                .isGreaterThan(plan.people().size() / 10);
    }

    private static void nothingIsBroken(Evidence evidence, Later later) {
        assertThat(later.failures()).isEmpty();
        assertThat(said(Promise::broken, evidence)).isEmpty();
    }

    private static List<String> said(BiFunction<Promise, Evidence, List<String>> question, Evidence evidence) {
        return PROMISES.stream()
                .flatMap(promise -> question.apply(promise, evidence).stream()
                        .map(line -> promise.getClass().getSimpleName() + ": " + line))
                .flatMap(Stream::of)
                .toList();
    }
}
