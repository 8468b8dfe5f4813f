package com.dmverify.api.request;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a request to start a verification as the caller sent them, unchecked; null: not sent. */
public record StartFields(
        @Nullable TargetFields target,
        @Nullable String mode,
        @Nullable String locale,
        @Nullable String purpose,
        @Nullable String reference,
        @Nullable Map<String, @Nullable String> metadata,
        @Nullable String clientIp,
        @Nullable ConsentFields consent) {

    /** A handle or a user id. */
    public record TargetFields(
            @Nullable String handle, @Nullable String userId) {}

    /** The consent that the platform took. */
    public record ConsentFields(
            @Nullable String at, @Nullable String textVersion) {}
}
