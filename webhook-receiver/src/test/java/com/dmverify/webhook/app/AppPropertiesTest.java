package com.dmverify.webhook.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.webhook.app.AppProperties.Secret;
import com.dmverify.x.UserId;
import com.dmverify.x.webhook.OurAccounts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppPropertiesTest {

    private static final Secret SECRET = new Secret("do-not-tell", null);

    @Test
    void aConfigurationWithoutAnAppIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AppProperties(null))
                .withMessageContaining("X_CONSUMER_SECRET");
    }

    @Test
    void anAppWithoutASecretIsRefusedWithItsName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AppProperties(Map.of("acme", new Secret(" ", null))))
                .withMessageContaining("dm-verify.webhook.apps.acme.consumer-secret");
    }

    @Test
    void theDefaultAppMayBeUnconfiguredBesideOthers() {
        assertThat(new AppProperties(Map.of("default", new Secret("", null), "acme", SECRET)).apps())
                .containsOnlyKeys("acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Acme", "a/b", "-a", "a b"})
    void anAppNameThatCannotBePartOfAPathIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AppProperties(Map.of(name, SECRET)));
    }

    @Test
    void anAppHasAllOfOurAccountsAndItsOwn() {
        // Given
        AppProperties properties = new AppProperties(Map.of(
                "acme",
                new Secret("a", List.of("10")),
                "other",
                new Secret("b", List.of("20", " 21 ")),
                "any",
                SECRET));
        AccountProperties accounts = new AccountProperties(Map.of(
                "brand", new AccountProperties.Account("30"), "handle-only", new AccountProperties.Account(null)));

        // When
        Apps apps = new AppConfiguration().apps(properties, accounts);

        // Then
        Set<UserId> all = Set.of(new UserId("10"), new UserId("20"), new UserId("21"), new UserId("30"));
        assertThat(apps.named("acme").accounts()).isEqualTo(new OurAccounts(all, Set.of(new UserId("10"))));
        assertThat(apps.named("any").accounts()).isEqualTo(new OurAccounts(all, Set.of()));
    }

    @Test
    void anInvalidUserIdIsRefusedWithItsProperty() {
        AppProperties properties = new AppProperties(Map.of("acme", new Secret("a", List.of("@brand"))));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AppConfiguration().apps(properties, new AccountProperties(null)))
                .withMessageContaining("dm-verify.webhook.apps.acme.accounts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccountProperties(Map.of("brand", new AccountProperties.Account("x"))).ids())
                .withMessageContaining("dm-verify.accounts.brand.user-id");
    }

    @Test
    void theSecretIsNeverPrinted() {
        AppProperties properties = new AppProperties(Map.of("acme", SECRET));

        assertThat(properties.toString()).doesNotContain("do-not-tell");
        assertThat(new AppConfiguration()
                        .apps(properties, new AccountProperties(null))
                        .named("acme")
                        .toString())
                .contains("acme")
                .doesNotContain("do-not-tell");
    }
}
