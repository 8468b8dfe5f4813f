package com.dmverify.api.request;

import com.dmverify.api.verification.Verification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, the newest first.
 *
 * @param nextCursor of the next page; null on the last one
 */
public record VerificationPage(
        List<Verification> verifications, @Nullable String nextCursor) {

    public VerificationPage {
        verifications = List.copyOf(verifications);
    }
}
