package com.dmverify.sender.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.SendFixture;
import com.dmverify.sender.order.Order;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnclearRefusalTest {

    private static final XError UNCLEAR = new XError.UnclearRefusal("This operation is not allowed.", 403);
    private static final long FIRST_PERSON = 5_000;

    private final SendFixture desk = SendFixture.unlimited();

    @Test
    void twoPoisonousRecipientsDelayNoneOfAHundredOthers() {
        // Given
        desk.x.refuse(person(10), UNCLEAR);
        desk.x.refuse(person(11), UNCLEAR);
        Map<Integer, DmAttempted> outcomes = new HashMap<>();
        List<Integer> aside = new ArrayList<>();

        // When
        for (int number = 0; number < 100; number++) {
            switch (dispatch(number, 1)) {
                case Disposition.Attempted attempted -> outcomes.put(number, attempted.event());
                case Disposition.Retry _ -> aside.add(number);
                case Disposition other -> throw new AssertionError(number + " " + other);
            }
        }
        desk.clock.advance(Duration.ofSeconds(30));
        aside.forEach(number -> outcomes.put(number, ((Disposition.Attempted) dispatch(number, 2)).event()));

        // Then
        assertThat(aside).containsExactly(10, 11);
        assertThat(outcomes.values().stream().filter(event -> event.getOutcome() == DmOutcome.SENT))
                .hasSize(98);
        assertThat(List.of(outcomes.get(10), outcomes.get(11)))
                .allSatisfy(event -> assertThat(event.getReason()).isEqualTo(DmReason.REJECTED_REQUEST));
        assertThat(desk.x.sends()).isEqualTo(102);
        assertThat(desk.account.breaker().block()).isEmpty();
    }

    @Test
    void aSenderWhoIsRestrictedIsNoticedAfterAFewAndOrdersWait() {
        // Given
        desk.x.refuseAll(UNCLEAR);

        // When
        List<Disposition> all = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            all.add(dispatch(number, 1));
        }

        // Then
        assertThat(all.subList(0, 3)).hasOnlyElementsOfType(Disposition.Retry.class);
        assertThat(all.subList(3, 10)).hasOnlyElementsOfType(Disposition.Defer.class);
        assertThat(desk.x.sends()).isEqualTo(4);
        assertThat(desk.account.breaker().block().orElseThrow().reason()).isEqualTo(DmReason.SENDER_RESTRICTED);
    }

    @Test
    void xIsAskedWhoWeAreAtTheFirstAndItsWordCountsAtOnce() {
        // Given
        desk.x.refuseAll(UNCLEAR);
        desk.x.failIntroduction(new XError.SenderRestricted("suspended", 403));

        // When
        Disposition next = dispatch(0, 1);

        // Then
        assertThat(next).isInstanceOf(Disposition.Defer.class);
        assertThat(desk.account.breaker().block().orElseThrow().detail()).isEqualTo("suspended");
    }

    @Test
    void withoutAnyOtherPersonItIsRefusedInTheEnd() {
        // Given
        desk.x.refuseAll(UNCLEAR);

        // When
        Disposition last = dispatch(0, SendFixture.MOST_ATTEMPTS);

        // Then
        assertThat(((Disposition.Attempted) last).event().getReason()).isEqualTo(DmReason.REJECTED_REQUEST);
    }

    @Test
    void theUserGetsTheMessageWhenTheSenderIsInOrderAgain() {
        // Given
        desk.x.refuseAll(UNCLEAR);
        for (int number = 0; number < 4; number++) {
            dispatch(number, 1);
        }
        desk.x.refuseAll(null);
        desk.clock.advance(Duration.ofSeconds(30));

        // When
        List<DmAttempted> events = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            events.add(((Disposition.Attempted) dispatch(number, 2)).event());
        }

        // Then
        assertThat(events).allSatisfy(event -> assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT));
    }

    private Disposition dispatch(int number, int attempt) {
        return desk.pipeline.send(
                Order.of(Orders.requested("ver_" + number, desk.clock.instant())
                        .setTargetHandle(null)
                        .setTargetUserId(person(number).value())
                        .build()),
                attempt);
    }

    private static UserId person(int number) {
        return new UserId(String.valueOf(FIRST_PERSON + number));
    }
}
