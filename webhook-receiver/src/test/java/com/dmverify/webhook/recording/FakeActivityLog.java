package com.dmverify.webhook.recording;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** An in-memory log that can refuse activities or not respond. */
public final class FakeActivityLog implements ActivityLog {

    private final List<ReceivedActivity> appended = new ArrayList<>();
    private Behaviour behaviour = Behaviour.ACKNOWLEDGES;
    private int acknowledgesBeforeTrouble;

    @Override
    public CompletableFuture<?> append(ReceivedActivity activity) {
        if (behaviour != Behaviour.ACKNOWLEDGES && acknowledgesBeforeTrouble-- <= 0) {
            return switch (behaviour) {
                case THROWS -> throw new IllegalStateException("no such log");
                case IS_SILENT -> new CompletableFuture<>();
                case FINDS_IT_TOO_LARGE -> CompletableFuture.failedFuture(new RecordTooLargeException());
                case REFUSES, ACKNOWLEDGES -> CompletableFuture.failedFuture(new IllegalStateException("not now"));
            };
        }
        appended.add(activity);
        return CompletableFuture.completedFuture(null);
    }

    /** What is durable, in its order. */
    public List<ReceivedActivity> appended() {
        return List.copyOf(appended);
    }

    public void acknowledge() {
        behaviour = Behaviour.ACKNOWLEDGES;
    }

    public void refuse() {
        behaveAfter(0, Behaviour.REFUSES);
    }

    public void takeNothingSoLarge() {
        behaveAfter(0, Behaviour.FINDS_IT_TOO_LARGE);
    }

    void behaveAfter(int acknowledged, Behaviour next) {
        behaviour = next;
        acknowledgesBeforeTrouble = acknowledged;
    }

    /** A recorder on this log with a time-out of 50 ms and a cache of 100 activities for an hour. */
    public Recorder recorder(InstantSource clock) {
        return new Recorder(
                this, new DeduplicationCache(100, Duration.ofHours(1), clock), Duration.ofMillis(50), clock);
    }

    enum Behaviour {
        ACKNOWLEDGES,
        REFUSES,
        THROWS,
        IS_SILENT,
        FINDS_IT_TOO_LARGE
    }
}
