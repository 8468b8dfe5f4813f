package com.dmverify.api.check;

import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.Verification;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of checking one code. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckResource(
        String result,
        String status,
        @Nullable Integer attemptsRemaining,
        @Nullable Instant verifiedAt,
        @Nullable TargetResource target) {

    static CheckResource approved(Verification verification) {
        return new CheckResource(
                "approved",
                verification.status().wire(),
                null,
                verification.verifiedAt(),
                TargetResource.of(verification.target()));
    }

    static CheckResource incorrect(Verification verification) {
        return new CheckResource(
                "incorrect",
                verification.status().wire(),
                verification.remaining().tries(),
                null,
                null);
    }

    /** Whose account it is. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TargetResource(
            @Nullable String userId,
            @Nullable String handle,
            @Nullable Instant handleAsOf) {

        static TargetResource of(Target target) {
            return new TargetResource(
                    target.userId() == null ? null : target.userId().value(),
                    target.handle() == null ? null : target.handle().value(),
                    target.handleAsOf());
        }
    }
}
