package com.dmverify.support.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Remembers the dead letters of this process by the place of their record, so that none is written twice. */
final class WrittenLetters {

    /** More than a poll has records; a repeated poll begins at the oldest that is not done. */
    private static final int REMEMBERED = 10_000;

    private final Map<String, CompletableFuture<Void>> letters = bounded();
    private final Map<String, Long> refusals = bounded();

    /** Sends the letter, or answers with the sending that is under way or done. A failed one is sent again. */
    CompletableFuture<Void> once(String where, Supplier<CompletableFuture<Void>> send) {
        CompletableFuture<Void> letter = new CompletableFuture<>();
        synchronized (letters) {
            CompletableFuture<Void> before = letters.get(where);
            if (before != null && !before.isCompletedExceptionally()) {
                return before;
            }
            letters.put(where, letter);
        }
        var _ = send.get().whenComplete((sent, e) -> {
            if (e == null) {
                letter.complete(null);
            } else {
                letter.completeExceptionally(e);
            }
        });
        return letter;
    }

    /** When the letter was first refused: now, if it is the first time. */
    long refusedSince(String where, long now) {
        synchronized (refusals) {
            return refusals.computeIfAbsent(where, first -> now);
        }
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
