package com.dmverify.sender.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sender.cast.HandClock;
import com.dmverify.sender.cast.Orders;
import com.dmverify.sender.cast.PlayedX;
import com.dmverify.sender.order.Target;
import com.dmverify.x.Answer;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecipientsTest {

    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final Target BY_HANDLE = new Target(new Handle("ALICE"), null);

    private final HandClock clock = new HandClock();
    private final PlayedX x = new PlayedX(clock);
    private final Recipients recipients = new Recipients(clock, MEMORY);

    @Test
    void aHandleIsSpelledAsXSpellsIt() {
        assertThat(resolved(BY_HANDLE)).isEqualTo(new Recipient(new UserId(Orders.ALICE), new Handle("Alice")));
    }

    @Test
    void xIsAskedOnceInAWhile() {
        // Given
        resolved(BY_HANDLE);

        // When
        resolved(new Target(new Handle("alice"), null));

        // Then
        assertThat(x.lookups()).isEqualTo(1);
    }

    @Test
    void afterAWhileXIsAskedAgainBecauseHandlesChangeHands() {
        // Given
        resolved(BY_HANDLE);
        clock.move(MEMORY);

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

    private Recipient resolved(Target target) {
        return ((Answer.Ok<Recipient>) recipients.resolve(target, x)).value();
    }
}
