package com.dmverify.api.tenant;

import com.dmverify.api.verification.SendingAccount;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The platforms and their keys. A key is kept as its SHA-256; it is 256 random bits, so nothing slower is needed. */
final class Tenants {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Map<String, Caller> callers = new HashMap<>();

    Tenants(Map<String, TenantProperties.Tenant> configured, Accounts accounts) {
        configured.forEach((name, tenant) -> {
            SendingAccount account = accounts.named(tenant.account());
            tenant.keys().forEach(key -> add(key, new Caller(name, account, key.scopes())));
        });
    }

    private void add(TenantProperties.Key key, Caller caller) {
        if (!SHA256.matcher(key.sha256()).matches()) {
            throw new IllegalArgumentException(
                    "dm-verify.tenants.%s.keys: sha256 has 64 hexadecimal digits (printf %%s".formatted(caller.tenant())
                            + " \"$API_KEY\" | sha256sum)");
        }
        if (callers.put(key.sha256(), caller) != null) {
            throw new IllegalArgumentException("dm-verify.tenants: two keys are the same");
        }
    }

    Optional<Caller> withKey(byte[] sha256) {
        return Optional.ofNullable(callers.get(HexFormat.of().formatHex(sha256)));
    }
}
