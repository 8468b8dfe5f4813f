package com.dmverify.connections.connection;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an account's renewal stands. Shared by all replicas, so that no two ask X with one refresh token. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Renewal.Resting.class, name = "resting"),
    @JsonSubTypes.Type(value = Renewal.UnderWay.class, name = "under_way"),
    @JsonSubTypes.Type(value = Renewal.Postponed.class, name = "postponed"),
    @JsonSubTypes.Type(value = Renewal.Refused.class, name = "refused")
})
public sealed interface Renewal {

    /** Nothing to do before the tokens' time comes. */
    record Resting() implements Renewal {}

    /**
     * A replica asks X. Written before the call: if it is still there after its lease, the replica died, and nobody knows
     * whether X spent the refresh token.
     *
     * @param before what went wrong before
     */
    record UnderWay(Instant leaseEnd, @Nullable Trouble before) implements Renewal {}

    /** It did not succeed, and is tried again. */
    record Postponed(Instant nextTry, Trouble trouble) implements Renewal {}

    /** X said no for good: only a new consent helps. */
    record Refused(String reason, Instant since) implements Renewal {}
}
