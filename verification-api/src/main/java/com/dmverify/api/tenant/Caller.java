package com.dmverify.api.tenant;

import com.dmverify.api.policy.PolicyProfile;
import com.dmverify.api.verification.Request;
import com.dmverify.api.verification.SendingAccount;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tenant and the rights of an API key.
 *
 * @param tenant the platform
 * @param account the X account that sends for it
 * @param scopes the rights of this key
 * @param key names the API key: the beginning of its hash; empty for a caller without one
 * @param isTest whether it can use the targets of tests, and nothing else
 * @param policy the profile of what it starts
 */
public record Caller(
        String tenant, SendingAccount account, Set<String> scopes, String key, boolean isTest, PolicyProfile policy) {

    private static final String ATTRIBUTE = Caller.class.getName();

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whose verifications it can see: those of the tenant's test keys, or those of its other keys. */
    public String owner() {
        return Request.owner(tenant, isTest);
    }

    /** The caller of the request with these attributes; empty if it has no credentials. */
    public static Optional<Caller> of(Map<String, Object> attributes) {
        return Optional.ofNullable((Caller) attributes.get(ATTRIBUTE));
    }

    void putInto(Map<String, Object> attributes) {
        attributes.put(ATTRIBUTE, this);
    }
}
