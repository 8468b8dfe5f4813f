package com.dmverify.sender.observability;

import com.dmverify.sender.ratelimit.WindowState;
import com.dmverify.sender.ratestatus.RateLimitObservation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * X's budget as operators see it.
 *
 * <pre>
 * dm.sender.budget.left{account,window}     messages left in the running window, over all replicas
 * dm.sender.budget.limit{account,window}    messages in one window; windows without a limit of ours are not shown
 * </pre>
 */
public final class BudgetGauges implements Consumer<List<RateLimitObservation>> {

    private final MultiGauge left;
    private final MultiGauge limit;

    public BudgetGauges(MeterRegistry meters) {
        left = MultiGauge.builder("dm.sender.budget.left").register(meters);
        limit = MultiGauge.builder("dm.sender.budget.limit").register(meters);
    }

    @Override
    public void accept(List<RateLimitObservation> seen) {
        left.register(rows(seen, WindowState::left), true);
        limit.register(rows(seen, WindowState::limit), true);
    }

    private static List<Row<?>> rows(List<RateLimitObservation> seen, ToLongFunction<WindowState> value) {
        return seen.stream()
                .flatMap(observation -> observation.budget().windows().stream()
                        .<Row<?>>map(window -> Row.of(
                                Tags.of("account", observation.account(), "window", window.name()),
                                value.applyAsLong(window))))
                .toList();
    }
}
