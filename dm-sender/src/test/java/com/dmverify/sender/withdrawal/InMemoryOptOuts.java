package com.dmverify.sender.withdrawal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opt-outs for tests that need nothing but the JVM; {@link OptOutsContract} says that it keeps them. */
public class InMemoryOptOuts implements OptOuts {

    private final Map<String, Word> words = new HashMap<>();
    private final Map<String, UnreadOptOut> unread = new HashMap<>();
    private @Nullable RuntimeException failure;

    private record Word(boolean optedOut, Instant at) {}

    /** From now on it answers with this; null: it works again. */
    public synchronized void fail(@Nullable RuntimeException with) {
        failure = with;
    }

    @Override
    public synchronized boolean isOptedOut(String account, String userId) {
        if (failure != null) {
            throw failure;
        }
        Word word = words.get(account + ":" + userId);
        return (word != null && word.optedOut())
                || unread.values().stream()
                        .anyMatch(record -> record.account().equals(account)
                                && record.userId().equals(userId));
    }

    @Override
    public synchronized void changed(String account, String userId, boolean optedOut, Instant occurredAt) {
        words.merge(
                account + ":" + userId,
                new Word(optedOut, occurredAt),
                (known, said) -> known.at().isAfter(said.at()) ? known : said);
    }

    @Override
    public synchronized void keepUnread(UnreadOptOut record) {
        unread.put(record.place(), record);
    }

    @Override
    public synchronized List<UnreadOptOut> unread() {
        return List.copyOf(unread.values());
    }

    @Override
    public synchronized void wasRead(UnreadOptOut record, boolean optedOut, Instant occurredAt) {
        changed(record.account(), record.userId(), optedOut, occurredAt);
        unread.remove(record.place());
    }
}
