package com.dmverify.api.tenant;

import com.dmverify.api.policy.Policies;
import com.dmverify.api.policy.PolicyProfile;
import com.dmverify.api.verification.SendingAccount;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The platforms and their keys. A key is kept as its SHA-256; it is 256 random bits, so nothing slower is needed. All of them are
 * replaced at once while requests are served: a key that is gone is unknown from then on.
 */
final class Tenants implements KnownTenants {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Set<String> RESERVED = Set.of("retry", "dlt");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** As much of a hash as names a key, for people and counters. */
    private static final int KEY_NAME = 12;

    private final Accounts accounts;
    private final Policies policies;
    private final boolean keysNeeded;
    private final boolean demo;
    private final Clock clock;
    private volatile State state;

    /** @param sharing how many tenants an account sends for */
    private record State(Map<String, Key> keys, Map<String, Tenancy> tenants, Map<String, Integer> sharing) {}

    /** What all callers of a tenant have in common. */
    private record Tenancy(SendingAccount account, PolicyProfile policy) {}

    /** @param expiresAt null if it has no end */
    private record Key(Caller caller, @Nullable Instant expiresAt) {}

    /**
     * These tenants, until they are replaced.
     *
     * @param keysNeeded whether callers need API keys, since there are no access tokens
     * @param demo whether the published keys of demonstrations are accepted
     * @throws IllegalArgumentException if a name or a key is not possible, or there is no key at all
     */
    Tenants(
            Map<String, TenantProperties.Tenant> configured,
            Accounts accounts,
            Policies policies,
            boolean keysNeeded,
            boolean demo,
            Clock clock) {
        this.accounts = accounts;
        this.policies = policies;
        this.keysNeeded = keysNeeded;
        this.demo = demo;
        this.clock = clock;
        this.state = read(configured);
    }

    /**
     * Replaces all tenants and keys.
     *
     * @throws IllegalArgumentException if they are not possible; then those from before stay
     */
    void replace(Map<String, TenantProperties.Tenant> configured) {
        state = read(configured);
    }

    private State read(Map<String, TenantProperties.Tenant> configured) {
        Map<String, Key> read = new HashMap<>();
        Map<String, Tenancy> tenants = new HashMap<>();
        Map<String, Integer> sharing = new HashMap<>();
        configured.forEach((name, tenant) -> {
            if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
                throw new IllegalArgumentException("dm-verify.tenants: the name '" + name
                        + "' is not possible. A name has 1 to 40 small letters, digits and hyphens, begins with none of"
                        + " the hyphens, and is neither retry nor dlt: it is part of topic names");
            }
            SendingAccount account = accounts.named(tenant.account());
            PolicyProfile policy = policies.named(tenant.policy());
            tenants.put(name, new Tenancy(account, policy));
            sharing.merge(account.name(), 1, Integer::sum);
            for (TenantProperties.Key key : tenant.keys()) {
                check(name, key);
                if (read.put(key.sha256(), new Key(caller(name, account, policy, key), key.expiresAt())) != null) {
                    throw new IllegalArgumentException("dm-verify.tenants: two keys are the same");
                }
            }
        });
        if (read.isEmpty() && keysNeeded) {
            throw new IllegalArgumentException(
                    "dm-verify.tenants has no API key, so no request could be served. Make one:"
                            + " ./dmverify keys new --tenant NAME. It prints the key, and the lines with its hash for the"
                            + " configuration");
        }
        return new State(Map.copyOf(read), Map.copyOf(tenants), Map.copyOf(sharing));
    }

    private static Caller caller(
            String tenant, SendingAccount account, PolicyProfile policy, TenantProperties.Key key) {
        return new Caller(tenant, account, key.scopes(), key.sha256().substring(0, KEY_NAME), key.test(), policy);
    }

    private void check(String tenant, TenantProperties.Key key) {
        if (!SHA256.matcher(key.sha256()).matches()) {
            throw new IllegalArgumentException("dm-verify.tenants." + tenant
                    + ".keys: sha256 has 64 hexadecimal digits (./dmverify keys hash prints that of a key)");
        }
        if (!Scopes.WORDS.containsAll(key.scopes())) {
            throw new IllegalArgumentException("dm-verify.tenants." + tenant + ".keys: scopes are among " + Scopes.WORDS
                    + ", not " + key.scopes());
        }
        if (key.test() && key.scopes().contains(Scopes.OPERATE)) {
            throw new IllegalArgumentException("dm-verify.tenants." + tenant
                    + ".keys: a test key cannot have the scope operate, which reaches what is no test");
        }
        if (!demo && DemonstrationApiKeys.isOne(key.sha256())) {
            throw new IllegalArgumentException("dm-verify.tenants." + tenant
                    + ".keys: this API key is published in our settings for demonstrations. Make one of your own, or set"
                    + " dm-verify.demo for a demonstration");
        }
    }

    /** The caller with the key of this SHA-256, in lower-case hexadecimal digits, unless the key has expired. */
    Optional<Caller> withKey(String sha256) {
        Key key = state.keys().get(sha256);
        return key == null || (key.expiresAt() != null && !clock.instant().isBefore(key.expiresAt()))
                ? Optional.empty()
                : Optional.of(key.caller());
    }

    @Override
    public Set<String> names() {
        return state.tenants().keySet();
    }

    /**
     * A caller of this tenant without an API key; empty if there is no such tenant.
     *
     * @param key names its credentials
     */
    Optional<Caller> caller(String tenant, Set<String> scopes, String key) {
        return Optional.ofNullable(state.tenants().get(tenant))
                .map(its -> new Caller(tenant, its.account(), scopes, key, false, its.policy()));
    }

    @Override
    public int sharing(String account) {
        return state.sharing().getOrDefault(account, 0);
    }
}
