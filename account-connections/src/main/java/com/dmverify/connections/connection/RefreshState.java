package com.dmverify.connections.connection;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The state of an account's token refresh. All replicas share it, so that no two use one refresh token. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RefreshState.Idle.class, name = "idle"),
    @JsonSubTypes.Type(value = RefreshState.InProgress.class, name = "in_progress"),
    @JsonSubTypes.Type(value = RefreshState.Postponed.class, name = "postponed"),
    @JsonSubTypes.Type(value = RefreshState.Refused.class, name = "refused")
})
public sealed interface RefreshState {

    /** No refresh is due or running. */
    record Idle() implements RefreshState {}

    /**
     * A replica refreshes the tokens. Written before the call. If it is still stored after the lease, the replica died,
     * and it is unknown whether X used up the refresh token.
     *
     * @param before the failure before this attempt
     */
    record InProgress(Instant leaseEnd, @Nullable RefreshFailure before) implements RefreshState {}

    /** The refresh failed and is tried again. */
    record Postponed(Instant nextTry, RefreshFailure failure) implements RefreshState {}

    /** X rejected the refresh token for good: a new consent is needed. */
    record Refused(String reason, Instant since) implements RefreshState {}
}
