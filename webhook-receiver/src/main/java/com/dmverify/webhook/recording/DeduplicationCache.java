package com.dmverify.webhook.recording;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * What Kafka acknowledged not long ago, so that X's repetitions stay out of the topic.
 *
 * <p>It promises nothing: it is bounded, forgets, and every replica has its own. Two copies that arrive at the same
 * moment both pass. Readers of the topic drop what they have seen, by {@code ce_id}.
 */
final class DeduplicationCache {

    private final Cache<ReceivedActivity.Identity, Boolean> known;

    DeduplicationCache(int size, Duration life, InstantSource clock) {
        known = Caffeine.newBuilder()
                .maximumSize(size)
                .expireAfterWrite(life)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                // Housekeeping on the thread that writes: it is short, and leaves no pool behind.
                .executor(Runnable::run)
                .build();
    }

    boolean contain(ReceivedActivity activity) {
        return known.getIfPresent(activity.identity()) != null;
    }

    void add(ReceivedActivity activity) {
        known.put(activity.identity(), Boolean.TRUE);
    }
}
