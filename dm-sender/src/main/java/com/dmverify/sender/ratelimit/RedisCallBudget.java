package com.dmverify.sender.ratelimit;

import com.dmverify.redis.LuaScript;
import com.dmverify.sender.ratelimit.Windows.Window;
import com.dmverify.sender.redis.RedisScriptRunner;
import com.dmverify.x.RateLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The budget in Redis. Fails closed: without Redis X is not called. */
public final class RedisCallBudget implements CallBudget {

    private static final LuaScript TAKE = script("take");
    private static final LuaScript GIVE_BACK = script("give-back");
    private static final LuaScript CORRECT = script("correct");
    private static final LuaScript LOOK = script("look");

    /** How long a call is remembered that was taken: longer than an order waits whose answer got lost. */
    private static final Duration CALL_MEMORY = Duration.ofMinutes(10);

    private final RedisScriptRunner redis;
    private final Clock clock;
    private final Duration margin;
    private final Duration answerTime;

    /**
     * @param margin added to X's resets where we know no better: they are whole seconds of X's clock and not of ours
     * @param answerTime after it no answer of X is waited for
     */
    public RedisCallBudget(RedisScriptRunner redis, Clock clock, Duration margin, Duration answerTime) {
        this.redis = redis;
        this.clock = clock;
        this.margin = margin;
        this.answerTime = answerTime;
    }

    @Override
    public TakeResult take(BudgetKey budgetKey) {
        Windows windows = new Windows(budgetKey);
        BudgetKey.Message message = budgetKey.message();
        List<Object> arguments = new ArrayList<>(List.of(
                now(),
                String.valueOf(message == null ? 0 : message.perHour()),
                String.valueOf(Windows.HOUR.toMillis()),
                message == null ? "" : message.name(),
                String.valueOf(CALL_MEMORY.toMillis()),
                String.valueOf(answerTime.toMillis())));
        addSizes(windows.limited(), arguments);
        List<String> keys = Stream.of(
                        windows.all().stream().map(Window::key),
                        Stream.of(windows.inFlight()),
                        windows.call().stream(),
                        windows.recipient().stream())
                .flatMap(names -> names)
                .toList();
        String answer = redis.text(TAKE, keys, arguments.toArray());
        return switch (answer) {
            case "taken" -> new TakeResult.Taken();
            case "person" -> new TakeResult.RecipientLimit();
            default ->
                new TakeResult.ExhaustedUntil(
                        Instant.ofEpochMilli(Long.parseLong(answer.substring("until:".length()))));
        };
    }

    @Override
    public void giveBack(BudgetKey budgetKey, Instant takenAt) {
        Windows windows = new Windows(budgetKey);
        giveBack(budgetKey, takenAt, windows.limited(), windows.call());
    }

    @Override
    public void notSent(BudgetKey budgetKey) {
        if (new Windows(budgetKey).recipient().isPresent()) {
            giveBack(budgetKey, clock.instant(), List.of(), Optional.empty());
        }
    }

    private void giveBack(BudgetKey budgetKey, Instant takenAt, List<Window> windows, Optional<String> call) {
        Optional<String> person = new Windows(budgetKey).recipient();
        BudgetKey.Message message = budgetKey.message();
        List<Object> arguments = new ArrayList<>(List.of(
                now(),
                String.valueOf(takenAt.toEpochMilli()),
                call.isPresent() ? "1" : "0",
                person.isPresent() ? "1" : "0",
                message == null ? "" : message.name()));
        addSizes(windows, arguments);
        Stream<String> inFlight = windows.isEmpty() ? Stream.of() : Stream.of(new Windows(budgetKey).inFlight());
        List<String> keys = Stream.of(windows.stream().map(Window::key), inFlight, call.stream(), person.stream())
                .flatMap(names -> names)
                .toList();
        redis.text(GIVE_BACK, keys, arguments.toArray());
    }

    private static void addSizes(List<Window> windows, List<Object> arguments) {
        windows.forEach(window -> {
            arguments.add(String.valueOf(window.limit()));
            arguments.add(String.valueOf(window.length().toMillis()));
        });
    }

    @Override
    public void correct(BudgetKey budgetKey, RateLimits said) {
        Windows windows = new Windows(budgetKey);
        List<Correction> corrections = said.all().stream()
                .map(limit -> new Correction(windows.of(limit.window()), limit.remaining(), limit.reset()))
                .toList();
        correct(windows, true, corrections);
    }

    @Override
    public void close(BudgetKey budgetKey, Instant until) {
        Windows windows = new Windows(budgetKey);
        correct(windows, false, List.of(new Correction(windows.closed(), 0, until)));
    }

    private record Correction(Window window, long remaining, Instant reset) {}

    private void correct(Windows windows, boolean answered, List<Correction> corrections) {
        List<Object> arguments =
                new ArrayList<>(List.of(now(), String.valueOf(margin.toMillis()), answered ? "1" : "0"));
        for (Correction correction : corrections) {
            arguments.add(String.valueOf(correction.window().limit()));
            arguments.add(String.valueOf(correction.window().length().toMillis()));
            arguments.add(String.valueOf(correction.remaining()));
            arguments.add(String.valueOf(correction.reset().toEpochMilli()));
        }
        List<String> keys = Stream.concat(
                        Stream.of(windows.inFlight()),
                        corrections.stream()
                                .map(correction -> correction.window().key()))
                .toList();
        redis.text(CORRECT, keys, arguments.toArray());
    }

    @Override
    public BudgetState look(BudgetKey budgetKey) {
        Windows windows = new Windows(budgetKey);
        List<Window> all = windows.all();
        String[] running = run(LOOK, all, List.of(now())).split(";", -1);
        List<WindowState> states = new ArrayList<>();
        for (int i = 0; i < windows.limited().size(); i++) {
            Window window = windows.limited().get(i);
            if (window.limit() > 0 || !running[i].isEmpty()) {
                states.add(stateOf(window, running[i]));
            }
        }
        return new BudgetState(states, resetOf(running[windows.limited().size()]));
    }

    private static WindowState stateOf(Window window, String running) {
        long left = running.isEmpty() ? window.limit() : Long.parseLong(running.substring(0, running.indexOf('@')));
        return new WindowState(window.name(), window.limit(), left, window.length(), resetOf(running));
    }

    private static @Nullable Instant resetOf(String running) {
        return running.isEmpty()
                ? null
                : Instant.ofEpochMilli(Long.parseLong(running.substring(running.indexOf('@') + 1)));
    }

    private String run(LuaScript script, List<Window> windows, List<Object> arguments) {
        return redis.text(script, windows.stream().map(Window::key).toList(), arguments.toArray());
    }

    private String now() {
        return String.valueOf(clock.millis());
    }

    private static LuaScript script(String name) {
        return LuaScript.load(RedisCallBudget.class, "rate-limit-" + name);
    }
}
