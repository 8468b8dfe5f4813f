package com.dmverify.api.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.api.TestPolicy;
import com.dmverify.api.tenant.TenantProperties.Account;
import com.dmverify.api.tenant.TenantProperties.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantsTest {

    /** Of {@code dmv_compose_demo_key}, which stands in docker-compose.yml. */
    private static final String PUBLISHED = "b40918c5611b0f2ab2a9910e892aa98ae52b0120552ac424424411a2b7ca914a";

    private static final String OWN = "a".repeat(64);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
    private static final Accounts ACCOUNTS =
            new Accounts(Map.of("demo", new Account("dmverify_demo", "1000000000000000001", 1, null)));

    @ParameterizedTest
    @ValueSource(strings = {"acme", "a", "0-9", "retry-shop"})
    void aNameIsPartOfTopicNames(String name) {
        assertThat(tenants(name, OWN, false).withKey(OWN)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Acme", "a|b", "a:b", "a.b", "-a", "retry", "dlt", "a b", "\u00e4"})
    void aNameThatCouldBeTakenForAnotherIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> tenants(name, OWN, false));
    }

    @Test
    void aNameHasAtMost40Characters() {
        assertThat(tenants("a".repeat(40), OWN, false)).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> tenants("a".repeat(41), OWN, false));
    }

    @Test
    void aPublishedKeyIsRefusedOutsideADemonstration() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tenants("acme", PUBLISHED, false))
                .withMessageContaining("dm-verify.demo");
        assertThat(tenants("acme", PUBLISHED, true)).isNotNull();
    }

    @Test
    void aKeyEndsAtItsTime() {
        Map<String, Tenant> configured = Map.of("acme", tenant(key(OWN, CLOCK.instant())));
        Tenants expired = new Tenants(configured, ACCOUNTS, TestPolicy.POLICIES, true, false, CLOCK);
        Tenants before = new Tenants(
                configured, ACCOUNTS, TestPolicy.POLICIES, true, false, Clock.offset(CLOCK, Duration.ofMillis(-1)));

        assertThat(before.withKey(OWN)).isPresent();
        assertThat(expired.withKey(OWN)).isEmpty();
    }

    @Test
    void aKeyIsRotatedWithoutAGap() {
        String next = "b".repeat(64);
        Tenants tenants = tenants("acme", OWN, false);

        tenants.replace(Map.of("acme", tenant(key(OWN, null), key(next, null))));
        assertThat(tenants.withKey(OWN)).isPresent();
        assertThat(tenants.withKey(next)).isPresent();

        tenants.replace(Map.of("acme", tenant(key(next, null))));
        assertThat(tenants.withKey(OWN)).isEmpty();
        assertThat(tenants.withKey(next)).isPresent();
    }

    @Test
    void whatIsNotPossibleReplacesNothing() {
        Tenants tenants = tenants("acme", OWN, false);

        assertThatIllegalArgumentException().isThrownBy(() -> tenants.replace(Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tenants.replace(Map.of("acme", tenant(key(OWN, null), key(OWN, null)))));

        assertThat(tenants.withKey(OWN)).isPresent();
    }

    @Test
    void withoutAnyKeyTheSentenceSaysHowToMakeOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Tenants(Map.of("acme", tenant()), ACCOUNTS, TestPolicy.POLICIES, true, false, CLOCK))
                .withMessageContaining("./dmverify keys new");
    }

    @Test
    void aTestKeyDoesNotOperate() {
        TenantProperties.Key key = new TenantProperties.Key(OWN, Set.of("operate"), null, true);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Tenants(Map.of("acme", tenant(key)), ACCOUNTS, TestPolicy.POLICIES, true, false, CLOCK))
                .withMessageContaining("operate");
    }

    @Test
    void aMisspelledScopeIsRefused() {
        TenantProperties.Key key = new TenantProperties.Key(OWN, Set.of("check:write"), null, false);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Tenants(Map.of("acme", tenant(key)), ACCOUNTS, TestPolicy.POLICIES, true, false, CLOCK))
                .withMessageContaining("checks:write");
    }

    private static Tenants tenants(String name, String sha256, boolean demo) {
        return new Tenants(Map.of(name, tenant(key(sha256, null))), ACCOUNTS, TestPolicy.POLICIES, true, demo, CLOCK);
    }

    private static Tenant tenant(TenantProperties.Key... keys) {
        return new Tenant("demo", List.of(keys), null, false, "standard");
    }

    private static TenantProperties.Key key(String sha256, Instant expiresAt) {
        return new TenantProperties.Key(sha256, Set.of("checks:write"), expiresAt, false);
    }
}
