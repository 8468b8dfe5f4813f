package com.dmverify.support.durability;

import com.dmverify.support.durability.DeploymentProperties.Durability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Asks each {@link DurabilitySource} once. A start with settings that can lose data fails; where a system does not answer at
 * the start it is asked later, and the application is not ready before.
 */
final class DurabilityCheck implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DurabilityCheck.class);

    /** After the topics were created, before anything is read or written. */
    private static final int PHASE = Integer.MIN_VALUE + 2000;

    private final Durability durability;
    private final List<DurabilitySource> unasked;

    DurabilityCheck(Durability durability, List<DurabilitySource> sources) {
        this.durability = durability;
        this.unasked = new ArrayList<>(sources);
    }

    /** Asks those that have not answered yet. */
    @Override
    public void start() {
        Map<String, Exception> silent = ask();
        silent.forEach((source, e) -> log.atWarn()
                .addKeyValue("source", source)
                .addKeyValue("reason", String.valueOf(e.getMessage()))
                .log("durability.not_checked_yet"));
    }

    /**
     * Asks those that have not answered yet.
     *
     * @throws IllegalStateException if one does not answer, or can lose data
     */
    synchronized boolean repeat() {
        Map<String, Exception> silent = ask();
        if (!silent.isEmpty()) {
            throw new IllegalStateException("No answer from " + silent.keySet());
        }
        return true;
    }

    private synchronized Map<String, Exception> ask() {
        Map<String, Exception> silent = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (DurabilitySource source : List.copyOf(unasked)) {
            try {
                List<String> found = source.problems().call();
                problems.addAll(found);
                if (found.isEmpty() || durability == Durability.RELAXED) {
                    unasked.remove(source);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Map.of();
            } catch (Exception e) {
                silent.put(source.name(), e);
            }
        }
        report(problems);
        return silent;
    }

    private void report(List<String> problems) {
        if (problems.isEmpty()) {
            return;
        }
        if (durability == Durability.STRICT) {
            throw new IllegalStateException(String.join(". ", problems)
                    + ". Change it, or set dm-verify.durability to relaxed where a loss is acceptable");
        }
        problems.forEach(problem -> log.atWarn().addKeyValue("problem", problem).log("durability.relaxed"));
    }

    @Override
    public void stop() {
        // nothing goes on
    }

    @Override
    public boolean isRunning() {
        return false;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
