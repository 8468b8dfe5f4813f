package com.dmverify.sandbox.message;

import com.dmverify.sandbox.Resettable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The accepted DMs, by id and by mailbox. Deleting a DM removes it from one mailbox only. */
@Component
@Order(2)
public class Messages implements Resettable {

    private final ConcurrentSkipListMap<Long, DirectMessage> all = new ConcurrentSkipListMap<>();
    private final ConcurrentMap<Long, ConcurrentSkipListMap<Long, DirectMessage>> mailboxes = new ConcurrentHashMap<>();
    private final Set<SentText> sentTexts = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<Long, Long> lastRead = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Conversations conversations;
    private final int most;

    Messages(Conversations conversations, MessageProperties properties) {
        this.conversations = conversations;
        this.most = properties.most();
    }

    public void add(DirectMessage message) {
        all.put(message.id(), message);
        put(message.sender(), message);
        message.recipients().forEach(recipient -> put(recipient, message));
        if (count.incrementAndGet() > most) {
            forgetOldest();
        }
    }

    /** Whether an app sent this text to this user before. */
    public boolean isRepetition(DirectMessage message) {
        boolean repeated = false;
        for (long recipient : message.recipients()) {
            repeated |= !sentTexts.add(new SentText(recipient, message.text()));
        }
        return repeated;
    }

    /** The messages after this id, oldest first. */
    public Stream<DirectMessage> since(long id) {
        return all.tailMap(id, false).values().stream();
    }

    /** The sent and received messages of a mailbox before this id, newest first. */
    public Stream<DirectMessage> mailbox(long user, long beforeId) {
        Map<Long, DirectMessage> box = box(user).headMap(beforeId, false).descendingMap();
        return box.values().stream();
    }

    /** The messages of a mailbox after this id, oldest first. */
    public Stream<DirectMessage> mailboxAfter(long user, long id) {
        return box(user).tailMap(id, false).values().stream();
    }

    public Stream<DirectMessage> mailbox(long user) {
        return mailbox(user, Long.MAX_VALUE);
    }

    public Optional<DirectMessage> inMailbox(long user, long id) {
        return Optional.ofNullable(box(user).get(id));
    }

    public Optional<DirectMessage> byId(long id) {
        return Optional.ofNullable(all.get(id));
    }

    /** Returns false if it was not in the mailbox. */
    public boolean deleteFromMailbox(long user, long id) {
        return box(user).remove(id) != null;
    }

    /** Whether the writer has ever written to the reader. Searches the writer's mailbox. */
    public boolean hasWritten(long writer, long reader) {
        return box(writer).values().stream()
                .anyMatch(message ->
                        message.sender() == writer && message.recipients().contains(reader));
    }

    /** Notes that this user has read everything up to this message. */
    public void read(long user, long id) {
        lastRead.merge(user, id, Math::max);
    }

    /** The id up to which this user has read everything; 0 for nothing. */
    public long lastRead(long user) {
        return lastRead.getOrDefault(user, 0L);
    }

    @Override
    public void reset() {
        lastRead.clear();
        all.clear();
        mailboxes.clear();
        sentTexts.clear();
        count.set(0);
        conversations.clear();
    }

    private void put(long user, DirectMessage message) {
        mailboxes.computeIfAbsent(user, id -> new ConcurrentSkipListMap<>()).put(message.id(), message);
    }

    private ConcurrentSkipListMap<Long, DirectMessage> box(long user) {
        return mailboxes.getOrDefault(user, new ConcurrentSkipListMap<>());
    }

    private void forgetOldest() {
        Map.Entry<Long, DirectMessage> oldest = all.pollFirstEntry();
        if (oldest != null) {
            count.decrementAndGet();
            DirectMessage message = oldest.getValue();
            box(message.sender()).remove(message.id());
            message.recipients().forEach(recipient -> {
                box(recipient).remove(message.id());
                sentTexts.remove(new SentText(recipient, message.text()));
            });
        }
    }

    private record SentText(long recipient, String text) {}
}
