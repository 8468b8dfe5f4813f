package com.dmverify.api.tenant;

import com.dmverify.api.verification.SendingAccount;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The platforms and their keys. A key is kept as its SHA-256; it is 256 random bits, so nothing slower is needed. */
final class Tenants {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Set<String> RESERVED = Set.of("retry", "dlt");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Map<String, Caller> callers = new HashMap<>();
    private final boolean demo;

    /** @param demo whether the published keys of demonstrations are accepted */
    Tenants(Map<String, TenantProperties.Tenant> configured, Accounts accounts, boolean demo) {
        this.demo = demo;
        configured.forEach((name, tenant) -> {
            if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
                throw new IllegalArgumentException("dm-verify.tenants: the name '" + name
                        + "' is not possible. A name has 1 to 40 small letters, digits and hyphens, begins with none of"
                        + " the hyphens, and is neither retry nor dlt: it is part of topic names");
            }
            SendingAccount account = accounts.named(tenant.account());
            tenant.keys().forEach(key -> add(key, new Caller(name, account, key.scopes())));
        });
    }

    private void add(TenantProperties.Key key, Caller caller) {
        if (!SHA256.matcher(key.sha256()).matches()) {
            throw new IllegalArgumentException("dm-verify.tenants." + caller.tenant()
                    + ".keys: sha256 has 64 hexadecimal digits (printf %s \"$API_KEY\" | sha256sum)");
        }
        if (!demo && DemonstrationApiKeys.isOne(key.sha256())) {
            throw new IllegalArgumentException("dm-verify.tenants." + caller.tenant()
                    + ".keys: this API key is published in our settings for demonstrations. Make one of your own, or set"
                    + " dm-verify.demo for a demonstration");
        }
        if (callers.put(key.sha256(), caller) != null) {
            throw new IllegalArgumentException("dm-verify.tenants: two keys are the same");
        }
    }

    /** The caller with the key of this SHA-256, in lower-case hexadecimal digits. */
    Optional<Caller> withKey(String sha256) {
        return Optional.ofNullable(callers.get(sha256));
    }
}
