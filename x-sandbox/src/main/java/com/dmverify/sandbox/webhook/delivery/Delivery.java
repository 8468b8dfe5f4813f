package com.dmverify.sandbox.webhook.delivery;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A delivery of one event to one webhook. */
public final class Delivery {

    private final String id;
    private final String webhookId;
    private final String type;
    private final byte[] body;
    private final boolean forged;
    private final boolean replayed;
    private final Instant createdAt;
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile Status status;
    private volatile @Nullable Integer answer;
    private volatile Runnable afterwards = () -> {};

    Delivery(String id, String webhookId, String type, byte[] body, Instant createdAt, Status status) {
        this(id, webhookId, type, body, createdAt, status, false);
    }

    private Delivery(
            String id, String webhookId, String type, byte[] body, Instant createdAt, Status status, boolean replayed) {
        this.id = id;
        this.webhookId = webhookId;
        this.type = type;
        this.body = body;
        this.createdAt = createdAt;
        this.status = status;
        this.forged = status == Status.FORGED;
        this.replayed = replayed;
    }

    static Delivery replayed(String id, String webhookId, String type, byte[] body, Instant createdAt) {
        return new Delivery(id, webhookId, type, body, createdAt, Status.WAITING, true);
    }

    public String id() {
        return id;
    }

    public String webhookId() {
        return webhookId;
    }

    /** The event type, for example {@code dm.received}. */
    public String type() {
        return type;
    }

    byte[] body() {
        return body;
    }

    /** Whether it is neither forged nor a replay. */
    boolean isOriginal() {
        return !forged && !replayed;
    }

    /** Whether no further attempt follows. */
    boolean isOver() {
        return status == Status.DELIVERED || status == Status.FAILED;
    }

    boolean isForged() {
        return forged;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Status status() {
        return status;
    }

    public int attempts() {
        return attempts.get();
    }

    /** The receiver's last HTTP status, {@code null} if there was none. */
    public @Nullable Integer answer() {
        return answer;
    }

    int begin() {
        return attempts.incrementAndGet();
    }

    void end(Status newStatus, @Nullable Integer newAnswer) {
        answer = newAnswer;
        status = newStatus;
        afterwards.run();
    }

    /** Sets an action that runs when an attempt has ended. */
    void afterwards(Runnable action) {
        afterwards = action;
    }

    /** The status of a delivery. */
    public enum Status {
        WAITING,
        DELIVERED,
        RETRYING,
        FAILED,
        /** Not sent, because of a fault. */
        LOST,
        /** Sent once with a wrong signature, because of a fault. */
        FORGED
    }
}
