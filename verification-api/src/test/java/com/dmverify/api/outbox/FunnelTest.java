package com.dmverify.api.outbox;

import static com.dmverify.api.verification.TestVerifications.RIGHT;
import static com.dmverify.api.verification.TestVerifications.TENANT;
import static com.dmverify.api.verification.TestVerifications.WRONG;
import static com.dmverify.api.verification.TestVerifications.isRight;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.TestPolicy;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.DeliveryReport.Outcome;
import com.dmverify.api.verification.Mode;
import com.dmverify.api.verification.Moment;
import com.dmverify.api.verification.Request;
import com.dmverify.api.verification.TestVerifications;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunnelTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Funnel funnel = new Funnel(meters, profile -> TestPolicy.DEFAULT);
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void eachStepIsCountedOnceForAVerification() {
        // Given
        Verification opened = open(TestVerifications.request());
        assertThat(steps(Mode.DM_OUT)).isEqualTo("1 0 0 0 0");
        Verification sent = after(opened.report(TestVerifications.report(1, Outcome.SENT, null, now), moment()));
        assertThat(steps(Mode.DM_OUT)).isEqualTo("1 1 0 0 0");
        Verification seen = after(sent.seen(now.plusSeconds(1), moment()));
        assertThat(steps(Mode.DM_OUT)).isEqualTo("1 1 1 0 0");

        // When: two wrong codes, another message that is sent and seen, and the right code
        Verification once = after(seen.check(isRight(WRONG), moment()));
        Verification twice = after(once.check(isRight(WRONG), moment()));
        assertThat(steps(Mode.DM_OUT)).isEqualTo("1 1 1 1 0");
        now = now.plus(Duration.ofMinutes(2));
        Verification again = after(twice.resend(false, TestVerifications.KEY_ID, moment()));
        Verification sentAgain = after(again.report(TestVerifications.report(2, Outcome.SENT, null, now), moment()));
        Verification seenAgain = after(sentAgain.seen(now.plusSeconds(1), moment()));
        after(seenAgain.check(isRight(RIGHT), moment()));

        // Then
        assertThat(steps(Mode.DM_OUT)).isEqualTo("1 1 1 1 1");
    }

    @Test
    void aRightCodeAtOnceIsCheckedAndVerified() {
        Verification sent = after(open(TestVerifications.request())
                .report(TestVerifications.report(1, Outcome.SENT, null, now), moment()));

        after(sent.check(isRight(RIGHT), moment()));

        assertThat(steps(Mode.DM_OUT)).isEqualTo("1 1 0 1 1");
    }

    @Test
    void modesAreCountedApart() {
        open(TestVerifications.request(Mode.AUTO));
        open(TestVerifications.request(Mode.DM_IN));

        assertThat(steps(Mode.AUTO)).isEqualTo("1 0 0 0 0");
        assertThat(steps(Mode.DM_IN)).isEqualTo("1 0 0 0 0");
        assertThat(steps(Mode.DM_OUT)).isEqualTo("0 0 0 0 0");
    }

    @Test
    void testsAreNotCounted() {
        open(TestVerifications.testRequest());

        assertThat(meters.getMeters()).isEmpty();
    }

    private Verification open(Request request) {
        return after(Verification.open(
                TestVerifications.fresh(VerificationId.random(new SecureRandom()), request), moment()));
    }

    private Verification after(Change<?> change) {
        assertThat(change.isEmpty() && change.events().isEmpty()).isFalse();
        funnel.committed(change, List.of());
        return change.after();
    }

    private Moment moment() {
        return new Moment(now, TestPolicy.DEFAULT, null);
    }

    private String steps(Mode mode) {
        return String.join(
                " ",
                List.of("requested", "sent", "seen", "checked", "verified").stream()
                        .map(step -> Long.toString(Math.round(meters
                                .find("dm.verify.funnel")
                                .tags("step", step, "tenant", TENANT, "mode", mode.wire())
                                .counters()
                                .stream()
                                .mapToDouble(counter -> counter.count())
                                .sum())))
                        .toList());
    }
}
