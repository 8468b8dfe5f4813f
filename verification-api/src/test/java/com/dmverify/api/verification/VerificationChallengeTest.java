package com.dmverify.api.verification;

import static com.dmverify.api.verification.TestVerifications.ALICE;
import static com.dmverify.api.verification.TestVerifications.BRAND;
import static com.dmverify.api.verification.TestVerifications.RIGHT;
import static com.dmverify.api.verification.VerificationEvent.Type.DISPUTED;
import static com.dmverify.api.verification.VerificationEvent.Type.EXPIRED;
import static com.dmverify.api.verification.VerificationEvent.Type.FAILED;
import static com.dmverify.api.verification.VerificationEvent.Type.OPENED;
import static com.dmverify.api.verification.VerificationEvent.Type.REQUESTED;
import static com.dmverify.api.verification.VerificationEvent.Type.SUCCEEDED;
import static com.dmverify.api.verification.VerificationEvent.Type.WRONG_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.api.TestPolicy;
import com.dmverify.api.verification.DeliveryReport.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A verification that a message of the person proves (mode {@code dm_in}). */
class VerificationChallengeTest {

    private static final UserId MALLORY = new UserId("2000000000000000004");
    private static final Target ALICE_BY_ID = new Target(null, ALICE);
    private static final Duration LIFE = TestPolicy.DEFAULT.challengeLife();

    private final Steps steps = new Steps();

    @Test
    void nothingIsSentAndItsEndIsKnownFromTheStart() {
        Change<Verification> opened = steps.open(Mode.DM_IN);

        assertThat(Steps.types(opened)).containsExactly(OPENED);
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.NONE);
        assertThat(steps.state().expiresAt()).isEqualTo(steps.in(LIFE));
        assertThat(steps.deadline()).isEqualTo(steps.in(LIFE));
        assertThat(steps.state().remaining().sends()).isZero();
    }

    @Test
    void onlyAChallengeNeedsNoTarget() {
        steps.open(Mode.DM_IN, Target.NOT_NAMED);

        assertThatIllegalArgumentException().isThrownBy(() -> steps.open(Mode.AUTO, Target.NOT_NAMED));
        assertThatIllegalArgumentException().isThrownBy(() -> steps.open(Mode.DM_OUT, Target.NOT_NAMED));
    }

    @Test
    void thereIsNoCodeToCheckAndNoMessageToSendAgain() {
        steps.open(Mode.DM_IN);

        assertThat(steps.check(RIGHT).result()).isInstanceOf(CheckResult.WrongMode.class);
        assertThat(steps.resend().result()).isInstanceOf(ResendResult.WrongMode.class);
        steps.cancel();
        assertThat(steps.check(RIGHT).result()).isInstanceOf(CheckResult.WrongMode.class);
    }

    @Test
    void theClaimedHandleProvesItselfWhateverItsCase() {
        steps.open(Mode.DM_IN);

        Change<ProofResult> proven = steps.prove(ALICE, "ALICE");

        assertThat(proven.result()).isEqualTo(ProofResult.VERIFIED);
        assertThat(Steps.types(proven)).containsExactly(SUCCEEDED);
        assertThat(steps.state().target()).isEqualTo(new Target(new Handle("ALICE"), ALICE, steps.now(), true));
        assertThat(steps.state().verifiedAt()).isEqualTo(steps.now());
        assertThat(steps.deadline()).isNull();
    }

    @Test
    void aClaimedUserIdIsComparedWithTheIdAlone() {
        steps.open(Mode.DM_IN, ALICE_BY_ID);

        assertThat(steps.prove(MALLORY, "alice").result()).isEqualTo(ProofResult.WRONG_ACCOUNT);
        steps.advance(Duration.ofSeconds(1));
        assertThat(steps.prove(ALICE, null).result()).isEqualTo(ProofResult.VERIFIED);
    }

    @Test
    void withoutATargetWhoeverWritesIsVerified() {
        steps.open(Mode.DM_IN, Target.NOT_NAMED);

        assertThat(steps.prove(MALLORY, "mallory").result()).isEqualTo(ProofResult.VERIFIED);
        assertThat(steps.state().target()).isEqualTo(new Target(new Handle("mallory"), MALLORY, steps.now()));
    }

    @Test
    void anotherAccountIsAnEventAndEndsNothing() {
        // Given
        steps.open(Mode.DM_IN);

        // When
        Change<ProofResult> wrong = steps.prove(MALLORY, "mallory");

        // Then
        assertThat(Steps.types(wrong)).containsExactly(WRONG_ACCOUNT);
        assertThat(wrong.events().getFirst().cause()).isEqualTo(MALLORY.value());
        assertThat(steps.state().status()).isEqualTo(Status.PENDING);
        assertThat(steps.state().target().userId()).isNull();
        assertThat(steps.prove(MALLORY, "mallory").isEmpty()).isTrue();
        steps.advance(Duration.ofSeconds(1));
        assertThat(Steps.types(steps.prove(MALLORY, "mallory"))).containsExactly(WRONG_ACCOUNT);
        assertThat(steps.prove(ALICE, "alice").result()).isEqualTo(ProofResult.VERIFIED);
    }

    @Test
    void aChallengeIsAcceptedOnce() {
        steps.open(Mode.DM_IN, Target.NOT_NAMED);
        steps.prove(ALICE, "alice");

        assertThat(steps.prove(ALICE, "alice").result()).isEqualTo(ProofResult.VERIFIED);
        assertThat(steps.prove(ALICE, "alice").isEmpty()).isTrue();
        Change<ProofResult> other = steps.prove(MALLORY, "mallory");
        assertThat(other.result()).isEqualTo(ProofResult.NOT_CONCERNED);
        assertThat(other.isEmpty()).isTrue();
    }

    @Test
    void afterItsLifeItProvesNothing() {
        steps.open(Mode.DM_IN);
        steps.advance(LIFE);

        Change<ProofResult> late = steps.prove(ALICE, "alice");

        assertThat(late.result()).isEqualTo(ProofResult.NOT_CONCERNED);
        assertThat(Steps.types(late)).containsExactly(EXPIRED);
        assertThat(steps.state().status()).isEqualTo(Status.EXPIRED);
        assertThat(steps.state().reason()).isNull();
    }

    @Test
    void itExpiresByItself() {
        steps.open(Mode.DM_IN);
        steps.advance(LIFE.minusMillis(1));
        assertThat(steps.expire().isEmpty()).isTrue();
        steps.advance(Duration.ofMillis(1));

        assertThat(Steps.types(steps.expire())).containsExactly(EXPIRED);
    }

    @Test
    void aMessageOlderThanTheVerificationOrToAnotherAccountDoesNotConcernIt() {
        steps.open(Mode.DM_IN);
        Contact with = new Contact(BRAND.userId(), ALICE);
        Instant before = steps.now().minusSeconds(6);

        assertThat(steps.prove(new Proof(with, new Handle("alice"), before, null))
                        .isEmpty())
                .isTrue();
        assertThat(steps.prove(new Proof(new Contact(MALLORY, ALICE), new Handle("alice"), steps.now(), null))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aVerificationWithoutAChallengeIsNotProvenByOne() {
        steps.open();

        assertThat(steps.prove(ALICE, "alice").result()).isEqualTo(ProofResult.NOT_CONCERNED);
    }

    @ParameterizedTest
    @EnumSource(OptOut.Kind.class)
    void whatTheSameMessageRefusesIsNotProven(OptOut.Kind kind) {
        steps.open(Mode.DM_IN);

        Change<ProofResult> refused = steps.prove(ALICE, "alice", kind);

        assertThat(refused.result()).isEqualTo(ProofResult.REFUSED);
        assertThat(Steps.types(refused)).containsExactly(FAILED);
        assertThat(steps.state().reason()).isEqualTo(kind.wire());
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.NONE);
    }

    @Test
    void aStrangersRefusalEndsNothing() {
        steps.open(Mode.DM_IN);

        assertThat(steps.prove(MALLORY, "mallory", OptOut.Kind.DECLINED).result())
                .isEqualTo(ProofResult.WRONG_ACCOUNT);
        assertThat(steps.state().status()).isEqualTo(Status.PENDING);
    }

    @Test
    void ifXNamedNoHandleTheClaimedOneIsLookedUp() {
        // Given
        steps.open(Mode.DM_IN);

        // When
        Change<ProofResult> claimed = steps.prove(ALICE, null);

        // Then
        assertThat(claimed.result()).isEqualTo(ProofResult.LOOKING_UP);
        assertThat(Steps.types(claimed)).containsExactly(REQUESTED);
        assertThat(steps.delivery().order().isLookUp()).isTrue();
        assertThat(steps.delivery().order().deadline()).isEqualTo(steps.in(Duration.ofMinutes(5)));
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.NONE);
        assertThat(steps.prove(ALICE, null).isEmpty()).isTrue();
        assertThat(steps.prove(MALLORY, null).result()).isEqualTo(ProofResult.OTHER_LOOK_UP);
        assertThat(Steps.types(steps.report(Outcome.RESOLVED, null))).containsExactly(SUCCEEDED);
        assertThat(steps.state().target().userId()).isEqualTo(ALICE);
    }

    @Test
    void aLookUpThatNamesAnotherPersonProvesNothing() {
        steps.open(Mode.DM_IN);
        steps.prove(MALLORY, null);

        Change<Verification> resolved = steps.report(Outcome.RESOLVED, null);

        assertThat(Steps.types(resolved)).containsExactly(WRONG_ACCOUNT);
        assertThat(steps.state().status()).isEqualTo(Status.PENDING);
        assertThat(steps.prove(ALICE, null).result()).isEqualTo(ProofResult.VERIFIED);
    }

    @Test
    void aLookUpThatFailedMayBeRepeated() {
        // Given
        steps.open(Mode.DM_IN);
        steps.prove(ALICE, null);

        // When
        Change<Verification> failed =
                steps.report(new DeliveryReport(1, Outcome.REFUSED, "x_unavailable", steps.now(), null, null, null));

        // Then
        assertThat(Steps.types(failed)).isEmpty();
        assertThat(steps.state().status()).isEqualTo(Status.PENDING);
        steps.advance(Duration.ofSeconds(1));
        assertThat(Steps.types(steps.prove(ALICE, null))).containsExactly(REQUESTED);
        assertThat(steps.delivery().order().dispatch()).isEqualTo(2);
    }

    @Test
    void aHandleThatNobodyHasIsTheWrongAccount() {
        steps.open(Mode.DM_IN);
        steps.prove(ALICE, null);

        Change<Verification> unknown =
                steps.report(new DeliveryReport(1, Outcome.REFUSED, "target_unknown", steps.now(), null, null, null));

        assertThat(Steps.types(unknown)).containsExactly(WRONG_ACCOUNT);
    }

    @Test
    void noAfterTheProofIsADispute() {
        // Given
        steps.open(Mode.DM_IN);
        steps.prove(ALICE, "alice");
        steps.advance(Duration.ofMinutes(5));

        // When
        Change<OptOutResult> disputed = steps.optOut(OptOut.Kind.DECLINED, steps.now());

        // Then
        assertThat(disputed.result()).isEqualTo(OptOutResult.DISPUTED);
        assertThat(Steps.types(disputed)).containsExactly(DISPUTED);
        assertThat(steps.state().status()).isEqualTo(Status.VERIFIED);
        assertThat(steps.state().disputedAt()).isEqualTo(steps.now());
        assertThat(steps.optOut(OptOut.Kind.DECLINED, steps.now()).isEmpty()).isTrue();
    }

    @Test
    void aStopOrAnOlderNoIsNoDispute() {
        steps.open(Mode.DM_IN);
        Instant before = steps.now().minusSeconds(6);
        steps.prove(ALICE, "alice");

        assertThat(steps.optOut(OptOut.Kind.OPTED_OUT, steps.now()).isEmpty()).isTrue();
        assertThat(steps.optOut(OptOut.Kind.DECLINED, before).isEmpty()).isTrue();
    }
}
