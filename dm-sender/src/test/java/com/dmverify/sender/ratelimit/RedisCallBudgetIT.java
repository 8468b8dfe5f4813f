package com.dmverify.sender.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sender.fixture.HandClock;
import com.dmverify.sender.fixture.RealRedis;
import com.dmverify.x.UserId;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisCallBudgetIT extends CallBudgetContract {

    private final RedisCallBudget budget = new RedisCallBudget(RealRedis.scripts(), clock, Duration.ZERO);

    @Override
    CallBudget budget() {
        return budget;
    }

    @Test
    void everyWindowEndsByItself() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 15, 1440, 1440);

        // When
        budget.take(budgetKey);
        budget.close(budgetKey, HandClock.START.plusSeconds(60));

        // Then
        Windows windows = new Windows(budgetKey);
        assertThat(windows.limited())
                .allSatisfy(window ->
                        assertThat(RealRedis.template().getExpire(window.key())).isPositive());
        assertThat(RealRedis.template().getExpire(windows.closed().key())).isPositive();
    }

    @Test
    void theHourOfAPersonEndsByItselfAndLiesInTheSlotOfTheWindows() {
        // Given
        BudgetKey toAlice = budgetKey("main", 15, 0, 0).to(new UserId("77"), 5, "ver_1.1");

        // When
        budget.take(toAlice);

        // Then
        Windows windows = new Windows(toAlice);
        String person = windows.recipient().orElseThrow();
        assertThat(RealRedis.template().getExpire(person)).isBetween(3_500L, 3_600L);
        assertThat(SlotHash.getSlot(person))
                .isEqualTo(SlotHash.getSlot(windows.closed().key()));
    }

    @Test
    void theMarginIsAddedToXsResets() {
        // Given
        RedisCallBudget careful = new RedisCallBudget(RealRedis.scripts(), clock, Duration.ofMillis(200));
        BudgetKey budgetKey = budgetKey("main", 15, 0, 0);

        // When
        careful.close(budgetKey, HandClock.START.plusSeconds(60));

        // Then
        assertThat(careful.take(budgetKey))
                .isEqualTo(new TakeResult.ExhaustedUntil(HandClock.START.plusMillis(60_200)));
    }

    @Test
    void allWindowsOfOneScriptLieInOneSlotOfACluster() {
        Windows windows = new Windows(budgetKey("main", 1, 1, 1));

        assertThat(windows.limited())
                .extracting(window -> SlotHash.getSlot(window.key()))
                .containsOnly(SlotHash.getSlot(windows.closed().key()));
    }
}
