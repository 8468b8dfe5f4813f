package com.dmverify.sender.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.dmverify.local.testing.MutableClock;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.x.Answer;
import com.dmverify.x.RateLimits;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RateLimitedCallsTest {

    private static final int LIMIT = 3;

    private final MutableClock clock = MutableClock.at(Orders.START);
    private final InMemoryCallBudget budget = new InMemoryCallBudget(clock);
    private final AtomicBoolean losesAnswers = new AtomicBoolean();
    private final AtomicInteger calls = new AtomicInteger();

    @ParameterizedTest
    @EnumSource(value = CallKind.class, mode = EnumSource.Mode.EXCLUDE, names = "MESSAGES")
    void aCallWhoseTakeLostItsAnswerCountsOnce(CallKind kind) {
        // Given
        RateLimiter limiter = new RateLimiter(losing(), clock, Duration.ofMinutes(1));
        BudgetKey key = new BudgetKey("app", "main", kind, Limits.ofWindow(LIMIT, Duration.ofMinutes(15)));
        losesAnswers.set(true);
        assertThatIllegalStateException().isThrownBy(() -> call(limiter, key));
        assertThatIllegalStateException().isThrownBy(() -> call(limiter, key));

        // When
        losesAnswers.set(false);
        Answer<String> answer = call(limiter, key);

        // Then
        assertThat(answer).isInstanceOf(Answer.Ok.class);
        assertThat(calls).hasValue(1);
        assertThat(left(key)).isEqualTo(LIMIT - 1);
        call(limiter, key);
        assertThat(left(key)).isEqualTo(LIMIT - 2);
    }

    private Answer<String> call(RateLimiter limiter, BudgetKey key) {
        return limiter.calls(key).count(() -> {
            calls.incrementAndGet();
            return new Answer.Ok<>("answer", RateLimits.none());
        });
    }

    private long left(BudgetKey key) {
        return budget.look(key).windows().getFirst().left();
    }

    /** The budget, which counts and whose answer gets lost. */
    private CallBudget losing() {
        return (CallBudget) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {CallBudget.class}, (_, method, arguments) -> {
                    try {
                        Object answer = method.invoke(budget, arguments);
                        if (losesAnswers.get()) {
                            throw new IllegalStateException("the answer got lost");
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
