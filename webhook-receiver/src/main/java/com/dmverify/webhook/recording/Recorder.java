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
 * Records new activities and returns when all of them are durable.
 *
 * <p>At least once: an activity that is acknowledged after the time-out is recorded again with X's next delivery.
 */
public final class Recorder {

    private final ActivityLog log;
    private final DeduplicationCache known;
    private final Duration timeout;
    private final InstantSource clock;

    Recorder(ActivityLog log, DeduplicationCache known, Duration timeout, InstantSource clock) {
        this.log = log;
        this.known = known;
        this.timeout = timeout;
        this.clock = clock;
    }

    /**
     * Records the activities that are not in the deduplication cache. Blocks until all are durable, up to the time-out.
     *
     * @return the number of new activities
     * @throws NotRecordedException if one of them is not known to be durable
     */
    public int record(List<ReceivedActivity> activities) throws NotRecordedException {
        Instant deadline = clock.instant().plus(timeout);
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
