package com.dmverify.api.tenant;

import com.dmverify.api.policy.Policies;
import com.dmverify.api.policy.ProfileSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Platforms and accounts.
 *
 * @param tenants by name; a tenant's name is part of its events
 * @param accounts by name; dm-sender has the same names, with the secrets
 * @param policies by name: profiles of the numbers, rules and limits of verifications
 */
@ConfigurationProperties("dm-verify")
record TenantProperties(
        @DefaultValue Map<String, Tenant> tenants,
        @DefaultValue Map<String, Account> accounts,
        @DefaultValue Map<String, ProfileSettings> policies) {

    /**
     * One platform.
     *
     * @param account the X account that sends for it
     * @param keys several, so that a key can be replaced without a gap
     * @param kafka whether its commands are read from Kafka; not set: while it is the only tenant
     * @param kafkaTest whether its commands are those of a test key: they can use the targets of tests, and nothing else
     * @param policy the profile of its verifications
     */
    record Tenant(
            String account,
            @DefaultValue List<Key> keys,
            @Nullable Boolean kafka,
            @DefaultValue("false") boolean kafkaTest,
            @DefaultValue(Policies.STANDARD) String policy) {}

    /**
     * One API key.
     *
     * @param sha256 of the key, in lower-case hexadecimal digits
     * @param scopes verifications:write, verifications:read, checks:write, targets:erase, operate
     * @param expiresAt it is refused from then on; not set: it has no end
     * @param test whether it can use the targets of tests (@dmv_delivered and the like), and nothing else: no message is sent
     */
    record Key(
            String sha256,

            @DefaultValue({"verifications:write", "verifications:read", "checks:write"})
            Set<String> scopes,

            @Nullable Instant expiresAt,
            @DefaultValue("false") boolean test) {}

    /**
     * The public side of an X account.
     *
     * @param brand the name by which the readers of its messages know it, the same as in dm-sender; the handle if absent
     * @param lanes over how many partitions of verification.requested its orders are spread; more than one is of use only to
     *     an account whose limits at X are too high for one consumer, and only with as many partitions. It holds for what is
     *     opened from then on
     */
    record Account(
            String handle,
            String userId,
            @DefaultValue("1") int lanes,
            @Nullable String brand) {}
}
