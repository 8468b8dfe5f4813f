package com.dmverify.sender.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmOutcome;
import com.dmverify.events.SwitchChanged;
import com.dmverify.events.SwitchKind;
import com.dmverify.events.SwitchState;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.SendFixture;
import com.dmverify.sender.order.Order;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an operator stopped sends nothing; its orders wait until their deadline. */
class StoppedTest {

    private final SendFixture desk = new SendFixture();
    private final Order order = Orders.order("ver_1", Orders.START);

    @ParameterizedTest
    @EnumSource(names = {"ACCOUNT", "CODE_KEY"})
    void anOrderWaitsWhileItIsStoppedAndIsSentAfterwards(SwitchKind kind) {
        // When
        change(kind, SwitchState.STOPPED);
        Disposition stopped = desk.pipeline.send(order, 1);
        change(kind, SwitchState.RUNNING);
        Disposition running = desk.pipeline.send(order, 2);

        // Then
        assertThat(stopped).isNotInstanceOf(Disposition.Attempted.class);
        assertThat(running).isInstanceOf(Disposition.Attempted.class);
        assertThat(desk.x.inbox()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCOUNT", "CODE_KEY"})
    void anOrderThatIsStoppedUntilItsDeadlineIsReportedAsMissed(SwitchKind kind) {
        // Given
        change(kind, SwitchState.STOPPED);
        desk.pipeline.send(order, 1);

        // When
        desk.clock.advance(Duration.between(Orders.START, order.deadline()).plusSeconds(1));
        Disposition late = desk.pipeline.send(order, 2);

        // Then
        assertThat(late)
                .isInstanceOfSatisfying(
                        Disposition.Attempted.class,
                        report -> assertThat(report.event().getOutcome()).isEqualTo(DmOutcome.DEADLINE_MISSED));
        assertThat(desk.x.inbox()).isEmpty();
    }

    private void change(SwitchKind kind, SwitchState state) {
        desk.switches.accept(SwitchChanged.newBuilder()
                .setKind(kind)
                .setName(
                        kind == SwitchKind.ACCOUNT
                                ? Orders.ACCOUNT
                                : order.code().keyId())
                .setState(state)
                .setChangedBy("a test")
                .setChangedAt(Orders.START)
                .build());
    }
}
