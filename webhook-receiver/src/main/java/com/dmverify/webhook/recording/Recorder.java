package com.dmverify.webhook.recording;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Records what is new and returns when all of it is durable.
 *
 * <p>What the log took too late for us is recorded again with X's next delivery: at least once, never less.
 */
public final class Recorder {

    private final ActivityLog log;
    private final KnownActivities known;
    private final Duration patience;
    private final InstantSource clock;

    Recorder(ActivityLog log, KnownActivities known, Duration patience, InstantSource clock) {
        this.log = log;
        this.known = known;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Records those that are not known yet; blocks until all are durable, at most for the configured patience.
     *
     * @return how many were new
     * @throws NotRecordedException if one of them is not known to be durable
     */
    public int record(List<ReceivedActivity> activities) throws NotRecordedException {
        Instant deadline = clock.instant().plus(patience);
        Collection<ReceivedActivity> unknown = unknownOf(activities);
        try {
            List<CompletableFuture<?>> appended = new ArrayList<>();
            for (ReceivedActivity activity : unknown) {
                appended.add(append(activity, deadline));
            }
            CompletableFuture.allOf(appended.toArray(CompletableFuture[]::new))
                    .get(until(deadline).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotRecordedException(e);
        } catch (ExecutionException e) {
            throw new NotRecordedException(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException | RuntimeException e) {
            throw new NotRecordedException(e);
        }
        return unknown.size();
    }

    private Collection<ReceivedActivity> unknownOf(List<ReceivedActivity> activities) {
        Map<ReceivedActivity.Identity, ReceivedActivity> unknown = new LinkedHashMap<>();
        for (ReceivedActivity activity : activities) {
            if (!known.contain(activity)) {
                unknown.putIfAbsent(activity.identity(), activity);
            }
        }
        return unknown.values();
    }

    private CompletableFuture<?> append(ReceivedActivity activity, Instant deadline) throws TimeoutException {
        if (until(deadline).isZero()) {
            throw new TimeoutException("no time left to append the next activity");
        }
        return log.append(activity).thenRun(() -> known.add(activity));
    }

    private Duration until(Instant deadline) {
        Duration left = Duration.between(clock.instant(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
