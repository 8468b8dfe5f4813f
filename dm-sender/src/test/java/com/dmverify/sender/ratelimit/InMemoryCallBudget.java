package com.dmverify.sender.ratelimit;

import com.dmverify.sender.ratelimit.Windows.Window;
import com.dmverify.x.RateLimit;
import com.dmverify.x.RateLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The budget for tests that need nothing but the JVM; {@link CallBudgetContract} says that it is one. */
public final class InMemoryCallBudget implements CallBudget {

    private static final Duration SAME_WINDOW = Duration.ofSeconds(2);

    private final Map<String, State> states = new HashMap<>();
    private final Map<String, Map<String, Instant>> persons = new HashMap<>();
    private final Map<String, Instant> calls = new HashMap<>();
    private final Map<String, InFlight> inFlight = new HashMap<>();
    private final Clock clock;

    private record InFlight(int count, Instant last) {}

    private record State(long left, Instant reset, boolean known) {}

    public InMemoryCallBudget(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized TakeResult take(BudgetKey budgetKey) {
        Windows windows = new Windows(budgetKey);
        BudgetKey.Message message = budgetKey.message();
        boolean person = windows.recipient().isPresent();
        if (message != null
                && person
                && latest(windows).size() >= message.perHour()
                && !latest(windows).containsKey(message.name())) {
            return new TakeResult.RecipientLimit();
        }
        List<Window> uncounted = windows.limited().stream()
                .filter(window -> !isCounted(windows, window))
                .toList();
        Optional<Instant> empty = Stream.concat(uncounted.stream(), Stream.of(windows.closed()))
                .map(window -> running(window.key()))
                .flatMap(Optional::stream)
                .filter(state -> state.left() <= 0)
                .map(State::reset)
                .max(Comparator.naturalOrder());
        if (empty.isPresent()) {
            return new TakeResult.ExhaustedUntil(empty.get());
        }
        Instant now = clock.instant();
        InFlight before = inFlight.getOrDefault(windows.inFlight(), new InFlight(0, Instant.EPOCH));
        Instant answersEnd = before.count() > 0 ? before.last().plus(CallBudgetContract.ANSWER_TIME) : Instant.EPOCH;
        boolean opens = uncounted.stream()
                .anyMatch(window -> window.limit() > 0 && running(window.key()).isEmpty());
        if (opens && answersEnd.isAfter(now)) {
            Instant soon = now.plusMillis(100);
            return new TakeResult.ExhaustedUntil(answersEnd.isBefore(soon) ? answersEnd : soon);
        }
        boolean takes = uncounted.stream()
                .anyMatch(window -> window.limit() > 0 || running(window.key()).isPresent());
        uncounted.forEach(this::takeFrom);
        if (takes) {
            int count = answersEnd.isAfter(now) ? before.count() : 0;
            inFlight.put(windows.inFlight(), new InFlight(count + 1, now));
        }
        if (!uncounted.isEmpty()) {
            windows.call().ifPresent(call -> calls.put(call, clock.instant()));
        }
        if (message != null && person) {
            latest(windows).put(message.name(), clock.instant());
        }
        return new TakeResult.Taken();
    }

    /** Whether the call was taken before from the window that is running. */
    private boolean isCounted(Windows windows, Window window) {
        Instant before = windows.call().map(calls::get).orElse(null);
        return before != null
                && running(window.key())
                        .filter(state -> !state.reset().minus(window.length()).isAfter(before))
                        .isPresent();
    }

    /** The times of the messages to the person of this allowance in the last hour. */
    private Map<String, Instant> latest(Windows windows) {
        Map<String, Instant> times = persons.computeIfAbsent(windows.recipient().orElseThrow(), _ -> new HashMap<>());
        Instant old = clock.instant().minus(Windows.HOUR);
        times.values().removeIf(time -> !time.isAfter(old));
        return times;
    }

    @Override
    public synchronized void notSent(BudgetKey budgetKey) {
        BudgetKey.Message message = budgetKey.message();
        Windows windows = new Windows(budgetKey);
        if (message != null && windows.recipient().isPresent()) {
            latest(windows).remove(message.name());
        }
    }

    @Override
    public synchronized void giveBack(BudgetKey budgetKey, Instant takenAt) {
        notSent(budgetKey);
        new Windows(budgetKey).call().ifPresent(calls::remove);
        answered(budgetKey);
        for (Window window : new Windows(budgetKey).limited()) {
            running(window.key())
                    .filter(state -> !state.reset().minus(window.length()).isAfter(takenAt))
                    .filter(state -> window.limit() == 0 || state.left() < window.limit())
                    .ifPresent(state ->
                            states.put(window.key(), new State(state.left() + 1, state.reset(), state.known())));
        }
    }

    @Override
    public synchronized void correct(BudgetKey budgetKey, RateLimits said) {
        answered(budgetKey);
        Windows windows = new Windows(budgetKey);
        for (RateLimit limit : said.all()) {
            correct(windows.of(limit.window()), limit.remaining(), limit.reset());
        }
    }

    @Override
    public synchronized void close(BudgetKey budgetKey, Instant until) {
        correct(new Windows(budgetKey).closed(), 0, until);
    }

    @Override
    public synchronized BudgetState look(BudgetKey budgetKey) {
        Windows windows = new Windows(budgetKey);
        List<WindowState> states = windows.limited().stream()
                .filter(window -> window.limit() > 0 || running(window.key()).isPresent())
                .map(window -> running(window.key())
                        .map(state -> new WindowState(
                                window.name(), window.limit(), state.left(), window.length(), state.reset()))
                        .orElseGet(() ->
                                new WindowState(window.name(), window.limit(), window.limit(), window.length(), null)))
                .toList();
        return new BudgetState(
                states, running(windows.closed().key()).map(State::reset).orElse(null));
    }

    private void answered(BudgetKey budgetKey) {
        inFlight.computeIfPresent(
                new Windows(budgetKey).inFlight(),
                (_, before) -> new InFlight(Math.max(0, before.count() - 1), before.last()));
    }

    private void takeFrom(Window window) {
        State state = running(window.key()).orElse(null);
        if (state != null) {
            states.put(window.key(), new State(state.left() - 1, state.reset(), state.known()));
        } else if (window.limit() > 0) {
            states.put(
                    window.key(), new State(window.limit() - 1, clock.instant().plus(window.length()), false));
        }
    }

    private void correct(Window window, long remaining, Instant said) {
        Instant now = clock.instant();
        State state = running(window.key()).orElse(null);
        boolean known = state != null && state.known();
        boolean over = state != null && known && said.isBefore(state.reset().minus(SAME_WINDOW));
        if (over || !said.isAfter(now)) {
            return;
        }
        boolean later = state != null && known && said.isAfter(state.reset().plus(SAME_WINDOW));
        boolean same = state != null && !later;
        long most = window.limit() > 0 ? window.limit() - 1 : remaining;
        Instant reset = resetOf(window, said, same && known ? state : null);
        states.put(window.key(), new State(Math.min(same ? leftOf(state) : most, remaining), reset, true));
    }

    private Instant resetOf(Window window, Instant said, @Nullable State known) {
        Instant bound = clock.instant().plus(window.length());
        boolean ours = Duration.between(said, bound).abs().compareTo(SAME_WINDOW) <= 0;
        if (known == null) {
            return ours ? bound : said;
        }
        return ours && bound.isBefore(known.reset()) ? bound : known.reset();
    }

    private static long leftOf(@Nullable State state) {
        return state == null ? 0 : state.left();
    }

    private Optional<State> running(String key) {
        return Optional.ofNullable(states.get(key))
                .filter(state -> state.reset().isAfter(clock.instant()));
    }
}
