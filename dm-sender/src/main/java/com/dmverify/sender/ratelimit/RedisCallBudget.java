package com.dmverify.sender.ratelimit;

import com.dmverify.sender.ratelimit.Windows.Window;
import com.dmverify.sender.redis.RedisScriptRunner;
import com.dmverify.sender.redis.RedisScripts;
import com.dmverify.x.RateLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.script.RedisScript;

/** The budget in Redis. Fails closed: without Redis X is not called. */
public final class RedisCallBudget implements CallBudget {

    private static final RedisScript<String> TAKE = script("take");
    private static final RedisScript<String> GIVE_BACK = script("give-back");
    private static final RedisScript<String> CORRECT = script("correct");
    private static final RedisScript<String> LOOK = script("look");

    private final RedisScriptRunner redis;
    private final Clock clock;
    private final Duration margin;

    /** @param margin added to X's resets where we know no better: they are whole seconds of X's clock and not of ours */
    public RedisCallBudget(RedisScriptRunner redis, Clock clock, Duration margin) {
        this.redis = redis;
        this.clock = clock;
        this.margin = margin;
    }

    @Override
    public TakeResult take(BudgetKey budgetKey) {
        Windows windows = new Windows(budgetKey);
        BudgetKey.Recipient person = budgetKey.recipient();
        List<Object> arguments = new ArrayList<>(List.of(
                now(),
                String.valueOf(person == null ? 0 : person.perHour()),
                String.valueOf(Windows.HOUR.toMillis()),
                person == null ? "" : person.message()));
        addSizes(windows.all(), arguments);
        String answer = redis.run(TAKE, keys(windows.all(), windows), arguments.toArray());
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
        giveBack(budgetKey, takenAt, new Windows(budgetKey).limited());
    }

    @Override
    public void notSent(BudgetKey budgetKey) {
        if (budgetKey.recipient() != null) {
            giveBack(budgetKey, clock.instant(), List.of());
        }
    }

    private void giveBack(BudgetKey budgetKey, Instant takenAt, List<Window> windows) {
        Windows all = new Windows(budgetKey);
        BudgetKey.Recipient person = budgetKey.recipient();
        List<Object> arguments = new ArrayList<>(List.of(
                now(),
                String.valueOf(takenAt.toEpochMilli()),
                person == null ? "0" : "1",
                person == null ? "" : person.message()));
        addSizes(windows, arguments);
        redis.run(GIVE_BACK, keys(windows, all), arguments.toArray());
    }

    private static void addSizes(List<Window> windows, List<Object> arguments) {
        windows.forEach(window -> {
            arguments.add(String.valueOf(window.limit()));
            arguments.add(String.valueOf(window.length().toMillis()));
        });
    }

    /** The windows, and the person if there is one. */
    private static List<String> keys(List<Window> windows, Windows all) {
        return Stream.concat(windows.stream().map(Window::key), all.recipient().stream())
                .toList();
    }

    @Override
    public void correct(BudgetKey budgetKey, RateLimits said) {
        if (said.all().isEmpty()) {
            return;
        }
        Windows windows = new Windows(budgetKey);
        List<Correction> corrections = said.all().stream()
                .map(limit -> new Correction(windows.of(limit.window()), limit.remaining(), limit.reset()))
                .toList();
        correct(corrections);
    }

    @Override
    public void close(BudgetKey budgetKey, Instant until) {
        correct(List.of(new Correction(new Windows(budgetKey).closed(), 0, until)));
    }

    private record Correction(Window window, long remaining, Instant reset) {}

    private void correct(List<Correction> corrections) {
        List<Object> arguments = new ArrayList<>(List.of(now(), String.valueOf(margin.toMillis())));
        for (Correction correction : corrections) {
            arguments.add(String.valueOf(correction.window().limit()));
            arguments.add(String.valueOf(correction.window().length().toMillis()));
            arguments.add(String.valueOf(correction.remaining()));
            arguments.add(String.valueOf(correction.reset().toEpochMilli()));
        }
        run(CORRECT, corrections.stream().map(Correction::window).toList(), arguments);
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

    private String run(RedisScript<String> script, List<Window> windows, List<Object> arguments) {
        return redis.run(script, windows.stream().map(Window::key).toList(), arguments.toArray());
    }

    private String now() {
        return String.valueOf(clock.millis());
    }

    private static RedisScript<String> script(String name) {
        return RedisScripts.named("rate-limit-" + name, String.class);
    }
}
