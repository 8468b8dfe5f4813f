package com.dmverify.api.request.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of verifications, the newest first.
 *
 * @param nextCursor always null: a list shows the newest, and no more
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record VerificationList(
        List<VerificationResource> data, @Nullable String nextCursor) {

    static VerificationList of(List<VerificationResource> data) {
        return new VerificationList(data, null);
    }
}
