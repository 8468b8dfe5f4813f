package com.dmverify.connections.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.connections.connection.Grant;
import com.dmverify.connections.fixtures.Accounts;
import com.dmverify.connections.x.ConnectedAccount;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

class ConnectedAccountFactoryTest {

    private static final Map<String, String> MAIN = Map.of(
            "dm-verify.accounts.main.handle", "@example",
            "dm-verify.accounts.main.user-id", "1000000000000000001",
            "dm-verify.accounts.main.oauth2.client-id", "client",
            "dm-verify.accounts.main.oauth2.client-secret", "hush",
            "dm-verify.accounts.old.handle", "@old");

    @Test
    void theDefaultUrlsAreThoseOfX() {
        // When
        ConnectedAccount account = accounts(MAIN).getFirst();

        // Then
        assertThat(account.app().getProviderDetails().getAuthorizationUri())
                .isEqualTo("https://x.com/i/oauth2/authorize");
        assertThat(account.app().getProviderDetails().getTokenUri()).isEqualTo("https://api.x.com/2/oauth2/token");
        assertThat(account.app().getRedirectUri()).isEqualTo("http://localhost:8082/connections/callback");
        assertThat(account.app().getScopes())
                .containsExactlyInAnyOrder("dm.read", "dm.write", "users.read", "tweet.read", "offline.access");
        assertThat(account.handle()).isEqualTo("example");
    }

    @Test
    void onlyAccountsWithAClientIdAreConnected() {
        assertThat(accounts(MAIN)).extracting(ConnectedAccount::name).containsExactly("main");
    }

    @Test
    void anAppWithoutASecretIsPublic() {
        ConnectedAccount account = accounts(with("dm-verify.accounts.main.oauth2.client-secret", ""))
                .getFirst();

        assertThat(account.app().getClientAuthenticationMethod()).isEqualTo(ClientAuthenticationMethod.NONE);
        assertThat(accounts(MAIN).getFirst().app().getClientAuthenticationMethod())
                .isEqualTo(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }

    @Test
    void anAccountMayHaveItsOwnBaseUrl() {
        ConnectedAccount account = accounts(with("dm-verify.accounts.main.base-url", "http://127.0.0.1:8090"))
                .getFirst();

        assertThat(account.app().getProviderDetails().getTokenUri()).isEqualTo("http://127.0.0.1:8090/2/oauth2/token");
    }

    @Test
    void anAccountWithoutAUserIdIsLeftOut() {
        // Given
        Map<String, String> two = with("dm-verify.accounts.main.user-id", " ");
        two.put("dm-verify.accounts.sister.handle", "@sister");
        two.put("dm-verify.accounts.sister.user-id", "2");
        two.put("dm-verify.accounts.sister.oauth2.client-id", "client");

        // Then
        assertThat(accounts(two)).extracting(ConnectedAccount::name).containsExactly("sister");
        assertThat(accounts(with("dm-verify.accounts.main.handle", ""))).isEmpty();
    }

    @Test
    void tokensOfAnotherAppAreNotUsed() {
        Grant grant = Accounts.grant(List.of("access", "refresh"), Accounts.START);

        assertThat(accounts(MAIN).getFirst().mismatchWith(grant)).isEmpty();
        assertThat(accounts(with("dm-verify.accounts.main.oauth2.client-id", "new"))
                        .getFirst()
                        .mismatchWith(grant))
                .contains("the tokens were given to another app");
    }

    @Test
    void toStringMasksSecrets() {
        assertThat(binder(MAIN)
                        .bind("dm-verify", AccountsProperties.class)
                        .get()
                        .toString())
                .contains("clientId=client")
                .doesNotContain("hush");
        assertThat(accounts(MAIN).toString()).doesNotContain("hush");
        assertThat(new ConnectionsProperties.KeyProperties("k1", "hush").toString())
                .doesNotContain("hush");
        assertThat(new ConnectionsProperties.OperatorProperties(
                                "name", "hush", 10, Duration.ofMinutes(1), Duration.ofMinutes(15))
                        .toString())
                .doesNotContain("hush");
    }

    private static Map<String, String> with(String property, String value) {
        Map<String, String> changed = new HashMap<>(MAIN);
        changed.put(property, value);
        return changed;
    }

    private static List<ConnectedAccount> accounts(Map<String, String> properties) {
        Binder binder = binder(properties);
        return new ConnectedAccountFactory(
                        binder.bindOrCreate("dm-verify.connections", ConnectionsProperties.class),
                        binder.bindOrCreate("dm-verify.x", XProperties.class),
                        new SecureUrls(false))
                .accounts(binder.bindOrCreate("dm-verify", AccountsProperties.class)
                        .accounts())
                .all();
    }

    private static Binder binder(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties));
    }
}
