package com.dmverify.sender.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.testing.MutableClock;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.PlayedX;
import com.dmverify.sender.order.Recipient;
import com.dmverify.x.Answer;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecipientResolverTest {

    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final Handle BY_HANDLE = new Handle("ALICE");

    private final MutableClock clock = MutableClock.at(Orders.START);
    private final PlayedX x = new PlayedX(clock);
    private final RecipientResolver recipients = new RecipientResolver(clock, MEMORY, true);

    @Test
    void aHandleIsSpelledAsXSpellsIt() {
        assertThat(resolved(BY_HANDLE))
                .isEqualTo(new Recipient(new UserId(Orders.ALICE), new Handle("Alice"), Orders.START, false));
    }

    @Test
    void xIsAskedOnceInAWhile() {
        // Given
        resolved(BY_HANDLE);

        // When
        resolved(new Handle("alice"));

        // Then
        assertThat(x.lookups()).isEqualTo(1);
    }

    @Test
    void afterAWhileXIsAskedAgainBecauseHandlesChangeHands() {
        // Given
        resolved(BY_HANDLE);
        clock.advance(MEMORY);

        // When
        resolved(BY_HANDLE);

        // Then
        assertThat(x.lookups()).isEqualTo(2);
    }

    @Test
    void aFailureIsNotRemembered() {
        // Given
        x.failLookup(new XError.TargetUnknown("nobody", 404));
        assertThat(recipients.resolve(BY_HANDLE, x)).isInstanceOf(Answer.Failed.class);

        // When
        Answer<Recipient> second = recipients.resolve(BY_HANDLE, x);

        // Then
        assertThat(second).isInstanceOf(Answer.Ok.class);
    }

    @Test
    void whomXHintsToBeClosedIsClosed() {
        x.hint(false, Set.of());

        assertThat(resolved(BY_HANDLE).closed()).isTrue();
    }

    @Test
    void whoFollowsUsIsNotClosedWhateverXHints() {
        x.hint(false, Set.of("followed_by"));

        assertThat(resolved(BY_HANDLE).closed()).isFalse();
    }

    @Test
    void aHintIsNotRemembered() {
        // Given
        x.hint(false, Set.of());
        resolved(BY_HANDLE);

        // When
        Recipient later = resolved(BY_HANDLE);

        // Then
        assertThat(later.closed()).isFalse();
    }

    @Test
    void withoutPreFlightNoHintCounts() {
        // Given
        x.hint(false, Set.of());
        RecipientResolver trusting = new RecipientResolver(clock, MEMORY, false);

        // When
        Answer<Recipient> answer = trusting.resolve(BY_HANDLE, x);

        // Then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Ok.class,
                        ok -> assertThat(((Recipient) ok.value()).closed()).isFalse());
    }

    private Recipient resolved(Handle handle) {
        return ((Answer.Ok<Recipient>) recipients.resolve(handle, x)).value();
    }
}
