package com.dmverify.sender.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.events.VerificationRequested;
import com.dmverify.sender.fixture.Orders;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderTest {

    static List<Consumer<VerificationRequested.Builder>> impossible() {
        return List.of(
                order -> order.setVerificationId(" "),
                order -> order.setDispatch(0),
                order -> order.setTargetHandle(null),
                order -> order.setTargetHandle("not a handle"),
                order -> order.setTargetUserId("not an id"),
                order -> order.setCodeLifeSeconds(0),
                order -> order.setVerificationId("x".repeat(129)),
                order -> order.setVerificationId("ver_{1}"),
                order -> order.setTargetUserId("0012"),
                order -> order.setCodeVersion(0),
                order -> order.setCodeDigits(5),
                order -> order.setCodeDigits(11));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void whatNobodyCouldCarryOutIsRefused(Consumer<VerificationRequested.Builder> change) {
        VerificationRequested.Builder event = Orders.requested("ver_1", Orders.START);
        change.accept(event);

        assertThatIllegalArgumentException().isThrownBy(() -> Order.of(event.build()));
    }

    @Test
    void isLateFromItsDeadlineOn() {
        Order order = Orders.order("ver_1", Orders.START);

        assertThat(order.isLate(order.deadline().minusMillis(1))).isFalse();
        assertThat(order.isLate(order.deadline())).isTrue();
    }

    @Test
    void isLateWhenItsCodeHasLessThanAMinuteLeft() {
        // Given
        Order order = Order.of(Orders.requested("ver_1", Orders.START)
                .setCodeExpiresAt(Orders.START.plusSeconds(100))
                .build());

        // Then
        assertThat(order.isLate(Orders.START.plusSeconds(39))).isFalse();
        assertThat(order.isLate(Orders.START.plusSeconds(40))).isTrue();
    }
}
