package com.dmverify.api.request.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of verifications, the newest first.
 *
 * @param nextCursor of the next page; null on the last one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record VerificationList(
        List<VerificationResource> data, @Nullable String nextCursor) {}
