package com.dmverify.sender.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.local.testing.ScriptedRedis;
import com.dmverify.local.testing.SharedRedis;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.redis.RedisScriptRunner;
import com.dmverify.x.UserId;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

class RedisCallBudgetIT extends CallBudgetContract {

    private final RedisCallBudget budget =
            new RedisCallBudget(new RedisScriptRunner(SharedRedis.connections()), clock, Duration.ZERO, ANSWER_TIME);

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
        budget.close(budgetKey, Orders.START.plusSeconds(60));

        // Then
        Windows windows = new Windows(budgetKey);
        assertThat(windows.limited())
                .allSatisfy(window -> assertThat(SharedRedis.template().getExpire(window.key()))
                        .isPositive());
        assertThat(SharedRedis.template().getExpire(windows.closed().key())).isPositive();
    }

    @Test
    void theHourOfAPersonEndsByItselfAndLiesInTheSlotOfTheWindows() {
        // Given
        BudgetKey toAlice = budgetKey("main", 15, 0, 0).of(message(new UserId("77"), 5, "ver_1.1"), FIRST_CALL);

        // When
        budget.take(toAlice);

        // Then
        Windows windows = new Windows(toAlice);
        String person = windows.recipient().orElseThrow();
        assertThat(SharedRedis.template().getExpire(person)).isBetween(3_500L, 3_600L);
        assertThat(SlotHash.getSlot(person))
                .isEqualTo(SlotHash.getSlot(windows.closed().key()));
    }

    @Test
    void aCallWhoseAnswerGotLostIsTakenOnce() {
        // Given
        BudgetKey messages = budgetKey("main", 2, 0, 0);
        BudgetKey toAlice = messages.of(message(new UserId("77"), 5, "ver_1.1"), FIRST_CALL);
        try (ScriptedRedis redis = ScriptedRedis.before(SharedRedis.server())) {
            RedisCallBudget losing = new RedisCallBudget(scriptsOn(redis.port()), clock, Duration.ZERO, ANSWER_TIME);
            losing.take(messages.of(message(new UserId("78"), 5, "ver_2.1"), "ver_2.1/0"));
            redis.loseAnswers("EVALSHA");

            // When
            assertThatThrownBy(() -> losing.take(toAlice)).isInstanceOf(DataAccessException.class);
        }
        TakeResult again = budget.take(toAlice);

        // Then
        assertThat(again).isEqualTo(new TakeResult.Taken());
        assertThat(budget.look(messages).windows().getFirst().left()).isZero();
        assertThat(budget.take(messages.of(message(new UserId("79"), 5, "ver_3.1"), "ver_3.1/0")))
                .isInstanceOf(TakeResult.ExhaustedUntil.class);
    }

    @Test
    void theMemoryOfACallEndsByItselfAndLiesInTheSlotOfTheWindows() {
        // Given
        BudgetKey toAlice = budgetKey("main", 15, 0, 0).of(message(new UserId("77"), 0, "ver_1.1"), FIRST_CALL);

        // When
        budget.take(toAlice);

        // Then
        Windows windows = new Windows(toAlice);
        String call = windows.call().orElseThrow();
        assertThat(SharedRedis.template().getExpire(call)).isBetween(500L, 600L);
        assertThat(SlotHash.getSlot(call))
                .isEqualTo(SlotHash.getSlot(windows.closed().key()));
    }

    private static RedisScriptRunner scriptsOn(int port) {
        LettuceConnectionFactory connections = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration("127.0.0.1", port),
                LettuceClientConfiguration.builder()
                        .clientOptions(
                                ClientOptions.builder().autoReconnect(false).build())
                        .build());
        connections.afterPropertiesSet();
        connections.start();
        return new RedisScriptRunner(connections);
    }

    @Test
    void theMarginIsAddedToXsResets() {
        // Given
        RedisCallBudget careful = new RedisCallBudget(
                new RedisScriptRunner(SharedRedis.connections()), clock, Duration.ofMillis(200), ANSWER_TIME);
        BudgetKey budgetKey = budgetKey("main", 15, 0, 0);

        // When
        careful.close(budgetKey, Orders.START.plusSeconds(60));

        // Then
        assertThat(careful.take(budgetKey)).isEqualTo(new TakeResult.ExhaustedUntil(Orders.START.plusMillis(60_200)));
    }

    @Test
    void allWindowsOfOneScriptLieInOneSlotOfACluster() {
        Windows windows = new Windows(budgetKey("main", 1, 1, 1));

        assertThat(windows.limited())
                .extracting(window -> SlotHash.getSlot(window.key()))
                .containsOnly(SlotHash.getSlot(windows.closed().key()));
    }
}
