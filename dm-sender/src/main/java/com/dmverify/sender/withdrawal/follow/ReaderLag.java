package com.dmverify.sender.withdrawal.follow;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the replicas are behind in following what is withdrawn. It asks where the topics end, and looks when the shared
 * positions have reached that: from then on everything is known that was written before it asked. Thread-safe.
 */
public final class ReaderLag {

    private static final Logger LOG = LoggerFactory.getLogger(ReaderLag.class);

    /** While the readers are behind, older questions than these do not help. */
    private static final int MOST_ASKS = 32;

    private final List<String> topics;
    private final TopicEnds ends;
    private final Positions positions;
    private final LongSupplier nanoTime;
    private final Duration most;
    private final Deque<Ask> asks = new ArrayDeque<>();
    private Map<String, Map<Integer, Long>> lastReached = Map.of();
    private volatile @Nullable Long caughtUpAt;

    private record Ask(long at, Map<String, Map<Integer, Long>> ends) {

        boolean isReachedBy(Map<String, Map<Integer, Long>> positions) {
            return ends.entrySet().stream().allMatch(topic -> {
                Map<Integer, Long> reached = positions.getOrDefault(topic.getKey(), Map.of());
                return !topic.getValue().isEmpty()
                        && topic.getValue().entrySet().stream()
                                .allMatch(end -> reached.getOrDefault(end.getKey(), -1L) >= end.getValue());
            });
        }

        /** Whether a position of before these ends were read lies beyond its end: the end of a log never moves back. */
        boolean isPassedBy(Map<String, Map<Integer, Long>> positions) {
            return ends.entrySet().stream()
                    .anyMatch(topic -> topic.getValue().entrySet().stream()
                            .anyMatch(end -> positions
                                            .getOrDefault(topic.getKey(), Map.of())
                                            .getOrDefault(end.getKey(), -1L)
                                    > end.getValue()));
        }
    }

    /** @param most no call begins while the readers are behind by more than this */
    ReaderLag(List<String> topics, TopicEnds ends, Positions positions, LongSupplier nanoTime, Duration most) {
        this.topics = topics;
        this.ends = ends;
        this.positions = positions;
        this.nanoTime = nanoTime;
        this.most = most;
    }

    /** Asks Kafka and Redis. Without their answer the lag grows. */
    synchronized void ask() {
        try {
            long now = nanoTime.getAsLong();
            Map<String, Map<Integer, Long>> reached = positions();
            Ask ask = new Ask(now, topics.stream().collect(Collectors.toMap(topic -> topic, ends::of)));
            if (ask.isPassedBy(reached)) {
                // A topic was made again, or its log was cut: what stands in it now was not read yet.
                forget(reached);
                return;
            }
            asks.addFirst(ask);
            if (asks.size() > MOST_ASKS) {
                asks.removeLast();
            }
            look(positions());
        } catch (Throwable e) {
            // An Error too: a task that throws is never scheduled again, and then nothing would be sent any more.
            LOG.atWarn().addKeyValue("cause", e.toString()).log("withdrawals.lag_unknown");
        }
    }

    private Map<String, Map<Integer, Long>> positions() {
        return topics.stream().collect(Collectors.toMap(topic -> topic, positions::all));
    }

    private void forget(Map<String, Map<Integer, Long>> reached) {
        caughtUpAt = null;
        asks.clear();
        lastReached = reached;
    }

    private void look(Map<String, Map<Integer, Long>> reached) {
        if (isBehind(reached, lastReached)) {
            // Redis lost them, and with them what was known: the topics are read again from an earlier position.
            forget(reached);
            return;
        }
        lastReached = reached;
        for (Iterator<Ask> newestFirst = asks.iterator(); newestFirst.hasNext(); ) {
            Ask ask = newestFirst.next();
            if (ask.isReachedBy(reached)) {
                caughtUpAt = ask.at();
                asks.removeIf(older -> older.at() <= ask.at());
                return;
            }
        }
    }

    private static boolean isBehind(Map<String, Map<Integer, Long>> reached, Map<String, Map<Integer, Long>> before) {
        return before.entrySet().stream()
                .anyMatch(topic -> topic.getValue().entrySet().stream()
                        .anyMatch(known ->
                                reached.getOrDefault(topic.getKey(), Map.of()).getOrDefault(known.getKey(), -1L)
                                        < known.getValue()));
    }

    /** How far the readers are behind at most; empty if that was never known. */
    Optional<Duration> lag() {
        Long at = caughtUpAt;
        return at == null ? Optional.empty() : Optional.of(Duration.ofNanos(nanoTime.getAsLong() - at));
    }

    /** Why no call to X may begin now; empty if the readers are near enough to the end of their topics. */
    public Optional<String> objection() {
        return lag().<Optional<String>>map(lag -> lag.compareTo(most) > 0
                        ? Optional.of("the readers of withdrawals are behind")
                        : Optional.empty())
                .orElseGet(() -> Optional.of("it is not known yet what was withdrawn"));
    }
}
