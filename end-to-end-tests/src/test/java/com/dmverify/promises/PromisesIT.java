package com.dmverify.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.promises.crowd.Crowd;
import com.dmverify.promises.crowd.Later;
import com.dmverify.promises.evidence.Heard;
import com.dmverify.promises.evidence.XRecord;
import com.dmverify.promises.plan.Plan;
import com.dmverify.promises.stage.Allowed;
import com.dmverify.promises.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of verifications while services are killed, the broker and Redis are restarted and X has troubles. {@code
 * -Dpromises.verifications=…} makes it longer, {@code -Dpromises.seed=…} repeats a plan.
 */
class PromisesIT {

    private static final List<Promise> PROMISES =
            List.of(new EveryRequestGetsOneVerdict(), new NoSecondDm(), new NeverMoreThanBudget(), new TheSumsAddUp());

    private static final Allowed ALLOWED = new Allowed(100, Duration.ofSeconds(5));
    private static final Duration SEND_WITHIN = Duration.ofSeconds(90);
    private static final Duration BETWEEN_TWO = Duration.ofMillis(25);
    /** Longer than any verification lives here, and than a dead sender's claim is respected. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Plan plan = Plan.of(
            Long.getLong("promises.seed", System.nanoTime() % 1_000_000),
            Integer.getInteger("promises.verifications", 2_000));

    @Test
    void areKeptWhateverBreaks() {
        Report.of(plan);
        try (Stage stage = Stage.with(ALLOWED, SEND_WITHIN, 2);
                Later later = new Later()) {
            Crowd crowd = Crowd.of(plan.people(), stage, later);
            XRecord x = new XRecord(stage.sandbox());
            try (Heard heard = new Heard(stage.kafka().bootstrapServers(), crowd::hears)) {
                Evidence evidence = new Evidence(crowd.applicants(), heard, x);

                // When
                everybodyAsks(crowd, new Fate(plan.misfortunes(), stage, later), later);

                // Then
                untilNothingIsOwed(evidence, crowd, later);
                Report.of(evidence);
            }
        }
    }

    private void everybodyAsks(Crowd crowd, Fate fate, Later later) {
        IntStream.range(0, plan.people().size())
                .forEach(number -> later.in(BETWEEN_TWO.multipliedBy(number), () -> {
                    fate.strikesWhenAsks(number);
                    crowd.asks(number);
                }));
    }

    private void untilNothingIsOwed(Evidence evidence, Crowd crowd, Later later) {
        Duration asking = BETWEEN_TWO.multipliedBy(plan.people().size());
        await("all to be told their end, seed " + plan.seed())
                .atMost(asking.plus(PATIENCE))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    evidence.x().look().forEach(crowd::receives);
                    assertThat(later.failures()).isEmpty();
                    assertThat(said(Promise::broken, evidence)).isEmpty();
                    return evidence.isComplete();
                });
        crowd.look();
        await("nothing to be owed, seed " + plan.seed()).atMost(PATIENCE).untilAsserted(() -> {
            evidence.x().look();
            assertThat(said(Promise::owed, evidence)).isEmpty();
        });
        assertThat(said(Promise::broken, evidence)).isEmpty();
        assertThat(later.failures()).isEmpty();
        // Promises about nothing are easily kept.
        assertThat(evidence.ends().get("VerificationSucceeded"))
                .isGreaterThan(plan.people().size() / 10);
    }

    private static List<String> said(BiFunction<Promise, Evidence, List<String>> question, Evidence evidence) {
        return PROMISES.stream()
                .flatMap(promise -> question.apply(promise, evidence).stream()
                        .map(line -> promise.getClass().getSimpleName() + ": " + line))
                .flatMap(Stream::of)
                .toList();
    }
}
