package com.dmverify.api.tenant;

import com.dmverify.api.verification.UserId;

/** No account of this replica's configuration has the id: perhaps another replica is configured already. */
public final class UnknownAccountException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownAccountException(UserId userId) {
        super(
                "No account with the id " + userId.value()
                        + " is configured in dm-verify.accounts: add it, and replay this record",
                null,
                false,
                false);
    }
}
