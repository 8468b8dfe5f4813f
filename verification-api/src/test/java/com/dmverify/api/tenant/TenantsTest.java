package com.dmverify.api.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.api.tenant.TenantProperties.Account;
import com.dmverify.api.tenant.TenantProperties.Tenant;
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

    private static Tenants tenants(String name, String sha256, boolean demo) {
        return new Tenants(
                Map.of(
                        name,
                        new Tenant("demo", List.of(new TenantProperties.Key(sha256, Set.of("checks:write"))), null)),
                ACCOUNTS,
                demo);
    }
}
