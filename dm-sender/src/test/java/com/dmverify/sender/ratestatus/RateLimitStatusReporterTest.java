package com.dmverify.sender.ratestatus;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmReason;
import com.dmverify.events.RateLimitStatus;
import com.dmverify.events.RateLimitWindow;
import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.fixture.KafkaStub;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.SendFixture;
import com.dmverify.sender.observability.BudgetGauges;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateLimitStatusReporterTest {

    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(30);

    private final SendFixture desk = new SendFixture();
    private final KafkaStub kafka = new KafkaStub();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RateLimitStatusReporter reporter = new RateLimitStatusReporter(
            desk.accounts,
            desk.budget,
            kafka.template(),
            "blue.dm.rate-limits",
            new BudgetGauges(meters),
            new RateLimitStatusReporter.Schedule(desk.clock, AT_LEAST_EVERY));

    @Test
    void tellsWhatIsLeftAndSince() {
        // Given
        desk.pipeline.send(Orders.order("ver_1", Orders.START), 1);

        // When
        reporter.report();

        // Then
        assertThat(told())
                .containsExactly(RateLimitStatus.newBuilder()
                        .setAccount(Orders.ACCOUNT)
                        .setWindows(List.of(RateLimitWindow.newBuilder()
                                .setName("short")
                                .setLimit(2)
                                .setLeft(1)
                                .setLengthMs(SendFixture.WINDOW.toMillis())
                                .setResetsAt(Orders.START.plus(SendFixture.WINDOW))
                                .build()))
                        .setObservedAt(Orders.START)
                        .build());
        assertThat(kafka.sent().getFirst().topic()).isEqualTo("blue.dm.rate-limits");
        assertThat(kafka.sent().getFirst().key()).isEqualTo(Orders.ACCOUNT);
    }

    @Test
    void anAccountInTroubleIsBlockedUntilItIsProbed() {
        // Given
        desk.account.breaker().trip(DmReason.SENDER_RESTRICTED, "locked");

        // When
        reporter.report();

        // Then
        assertThat(told().getFirst().getBlockedUntil()).isEqualTo(Orders.START.plusSeconds(5));
    }

    @Test
    void whatHasNotChangedIsToldOnlyFromTimeToTime() {
        // Given
        reporter.report();
        desk.clock.advance(AT_LEAST_EVERY.minusMillis(1));
        reporter.report();
        int before = kafka.sent().size();
        desk.clock.advance(Duration.ofMillis(1));

        // When
        reporter.report();

        // Then
        assertThat(before).isEqualTo(1);
        assertThat(kafka.sent()).hasSize(2);
    }

    @Test
    void whatChangedIsToldAtOnce() {
        // Given
        reporter.report();
        desk.pipeline.send(Orders.order("ver_1", Orders.START), 1);

        // When
        reporter.report();

        // Then
        assertThat(told())
                .extracting(pace -> pace.getWindows().getFirst().getLeft())
                .containsExactly(2L, 1L);
    }

    @Test
    void operatorsSeeIt() {
        // Given
        desk.pipeline.send(Orders.order("ver_1", Orders.START), 1);

        // When
        reporter.report();

        // Then
        assertThat(meters.get("dm.sender.budget.left")
                        .tags("account", Orders.ACCOUNT, "window", "short")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(meters.get("dm.sender.budget.limit").gauge().value()).isEqualTo(2);
    }

    private List<RateLimitStatus> told() {
        return kafka.sent().stream()
                .map(record -> new EventCodec().decode(record.value(), RateLimitStatus.class))
                .toList();
    }
}
