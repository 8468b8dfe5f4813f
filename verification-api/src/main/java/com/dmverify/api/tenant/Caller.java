package com.dmverify.api.tenant;

import com.dmverify.api.verification.SendingAccount;
import java.util.Set;

/**
 * The tenant and the rights of an API key.
 *
 * @param tenant the platform
 * @param account the X account that sends for it
 * @param scopes the rights of this key
 */
public record Caller(String tenant, SendingAccount account, Set<String> scopes) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }
}
