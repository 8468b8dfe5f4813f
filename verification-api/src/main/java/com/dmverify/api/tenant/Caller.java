package com.dmverify.api.tenant;

import com.dmverify.api.verification.SendingAccount;
import java.util.Set;

/**
 * Who calls.
 *
 * @param tenant the platform
 * @param account the X account that speaks for it
 * @param scopes what this key may do
 */
public record Caller(String tenant, SendingAccount account, Set<String> scopes) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }
}
