package com.dmverify.api.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.verification.DeliveryReport.Outcome;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The person reads the message, or does not. */
class VerificationSeenTest {

    private static final Duration A_MOMENT = Duration.ofSeconds(30);

    private final Steps steps = new Steps();

    @Test
    void whatWasSentIsSeenOnceAndTellsNoOtherService() {
        steps.openAndSend();

        assertThat(steps.seen(steps.now()).isEmpty()).isFalse();

        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.SEEN);
        assertThat(steps.seen(steps.now()).isEmpty()).isTrue();
    }

    @Test
    void onlyWhatWasSentIsSeen() {
        steps.open();
        assertThat(steps.seen(steps.now()).isEmpty()).isTrue();

        steps.report(Outcome.UNCONFIRMED, null);
        assertThat(steps.seen(steps.now()).isEmpty()).isTrue();

        steps.cancel();
        assertThat(steps.seen(steps.now()).isEmpty()).isTrue();
    }

    @Test
    void whatWasReadBeforeTheMessageWasOrderedIsAnotherMessage() {
        steps.openAndSend();
        Instant ordered = steps.delivery().order().orderedAt();

        assertThat(steps.seen(ordered.minusSeconds(6)).isEmpty()).isTrue();
        assertThat(steps.seen(ordered.minusSeconds(5)).isEmpty()).isFalse();
    }

    @Test
    void aSeenMessageCanBeSentAgainAndIsThenToBeSeenAgain() {
        steps.openAndSend();
        steps.seen(steps.now());
        steps.advance(Duration.ofSeconds(60));

        steps.resend();
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.QUEUED);
        steps.report(Outcome.SENT, null);
        assertThat(steps.delivery().status()).isEqualTo(DeliveryStatus.SENT);
    }

    @Test
    void aMessageIsUnseenThirtySecondsAfterItWasSent() {
        steps.open();
        steps.advance(A_MOMENT);
        assertThat(steps.state().isUnseen(steps.now())).isFalse();
        steps.report(Outcome.SENT, null);

        assertThat(steps.state().isUnseen(steps.in(A_MOMENT.minusMillis(1)))).isFalse();
        assertThat(steps.state().isUnseen(steps.in(A_MOMENT))).isTrue();
        steps.seen(steps.now());
        assertThat(steps.state().isUnseen(steps.in(A_MOMENT))).isFalse();
    }

    @Test
    void aMessageThatWasSentAgainHasThirtySecondsOfItsOwn() {
        steps.openAndSend();
        steps.advance(Duration.ofSeconds(60));
        steps.resend();
        steps.report(Outcome.SENT, null);

        assertThat(steps.state().isUnseen(steps.in(A_MOMENT.minusMillis(1)))).isFalse();
        assertThat(steps.state().isUnseen(steps.in(A_MOMENT))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "it", "ja", "pt-BR", "tr", "xx"})
    void everyLanguageNamesTheBrand(String locale) {
        SendingAccount brand = TestVerifications.fresh(VerificationId.random(new SecureRandom()))
                .account();

        assertThat(NextAction.checkRequests(brand, locale).text())
                .contains("@" + brand.handle().value())
                .doesNotContain("{");
    }
}
