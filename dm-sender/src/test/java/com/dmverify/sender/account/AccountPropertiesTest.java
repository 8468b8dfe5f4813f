package com.dmverify.sender.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.local.testing.MutableClock;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.ratelimit.AccountBudgets;
import com.dmverify.sender.ratelimit.CallKind;
import com.dmverify.sender.ratelimit.InMemoryCallBudget;
import com.dmverify.sender.ratelimit.Limits;
import com.dmverify.sender.ratelimit.RateLimiter;
import com.dmverify.x.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AccountPropertiesTest {

    private final Map<String, String> properties = new HashMap<>();

    @Test
    void defaultsAreXsLimits() {
        account("main", "key-1");

        assertThat(accounts().find("main").orElseThrow().budgets().messages().limits())
                .hasFieldOrPropertyWithValue("perWindow", 15L)
                .hasFieldOrPropertyWithValue("window", Duration.ofMinutes(15))
                .hasFieldOrPropertyWithValue("perDay", 1440L)
                .hasFieldOrPropertyWithValue("perDayOfApp", 1440L);
    }

    @Test
    void limitsAreCalledAsInTheSandbox() {
        account("main", "key-1");
        properties.put("dm-verify.accounts.main.limits.dm-15min", "1");
        properties.put("dm-verify.accounts.main.limits.short-window", "10s");
        properties.put("dm-verify.accounts.main.limits.dm-24h", "2");
        properties.put("dm-verify.accounts.main.limits.dm-24h-app", "3");

        assertThat(accounts().find("main").orElseThrow().budgets().messages().limits())
                .isEqualTo(new Limits(1, Duration.ofSeconds(10), 2, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "handle,       '',   an account needs handle",
        "handle,       a b,  Not an X handle",
        "user-id,      ' ',  an account needs user-id",
        "user-id,      me,   an X user id is 1 to 19 digits",
        "consumer-key, '',   an account needs consumer-key",
        "token-secret, '',   an account needs token-secret",
        "limits.dm-15min, -1, limits are 0 (none) or more"
    })
    void whatIsWrongWithAnAccountIsItsOwnTrouble(String property, String value, String why) {
        // Given
        account("main", "key-1");
        account("sister", "key-1");
        properties.put("dm-verify.accounts.main." + property, value);

        // When
        Accounts accounts = accounts();

        // Then
        assertThat(blockOf(accounts, "main"))
                .startsWith("dm-verify.accounts.main: ")
                .contains(why);
        assertThat(accounts.find("sister").orElseThrow().identity().brand()).isEqualTo("example");
    }

    @Test
    void anAccountThatIsConnectedNeedsNoKeys() {
        // Given
        properties.put("dm-verify.accounts.main.handle", "@example");
        properties.put("dm-verify.accounts.main.user-id", "1000000000000000001");
        properties.put("dm-verify.accounts.main.oauth2.client-id", "client-1");

        // Then
        assertThat(accounts().find("main")).isPresent();
        properties.put("dm-verify.accounts.main.api-version", "V1_1");
        assertThat(blockOf(accounts(), "main")).contains("X's v1.1 takes no OAuth 2.0 token: use api-version V2");
    }

    @Test
    void overviewsAreSpreadOverXsWindow() {
        account("main", "key-1");

        assertThat(accounts()
                        .find("main")
                        .orElseThrow()
                        .budgets()
                        .of(CallKind.SNAPSHOTS)
                        .limits())
                .isEqualTo(Limits.ofWindow(1, Duration.ofSeconds(30)));
    }

    @Test
    void v11CountsListsAndReadsTogether() {
        account("main", "key-1");
        properties.put("dm-verify.accounts.main.api-version", "V1_1");

        AccountBudgets budgets = accounts().find("main").orElseThrow().budgets();
        assertThat(budgets.of(CallKind.LISTS)).isEqualTo(budgets.of(CallKind.READS));
    }

    @Test
    void accountsWithTheSameConsumerKeyBelongToOneApp() {
        // Given
        account("main", "key-1");
        account("sister", "key-1");
        account("stranger", "key-2");

        // When
        Accounts accounts = accounts();

        // Then
        assertThat(app(accounts, "sister")).isEqualTo(app(accounts, "main"));
        assertThat(app(accounts, "stranger")).isNotEqualTo(app(accounts, "main"));
    }

    @Test
    void withoutABrandTheHandleSpeaks() {
        account("main", "key-1");

        assertThat(accounts().find("main").map(account -> account.identity().brand()))
                .contains("example");
    }

    @Test
    void noSecretShows() {
        // Given
        account("main", "key-1");

        // When
        String shown = properties().toString();

        // Then
        assertThat(shown).contains("key-1").doesNotContain("very-secret");
    }

    @Test
    void withoutAnAccountThereIsNothingToSendWith() {
        assertThatThrownBy(this::accounts).hasMessageContaining("dm-verify.accounts");
    }

    private void account(String name, String consumerKey) {
        String prefix = "dm-verify.accounts." + name + ".";
        properties.put(prefix + "handle", "@example");
        properties.put(prefix + "user-id", "1000000000000000001");
        properties.put(prefix + "consumer-key", consumerKey);
        properties.put(prefix + "consumer-secret", "very-secret-1");
        properties.put(prefix + "token", "very-secret-2");
        properties.put(prefix + "token-secret", "very-secret-3");
    }

    private Accounts accounts() {
        XProperties x = binder().bindOrCreate("dm-verify.x", XProperties.class);
        Breaker.Pauses pauses = new Breaker.Pauses(Duration.ofSeconds(5), Duration.ofMinutes(2));
        try (AccountFactory factory = new AccountFactory(
                x,
                pauses,
                new RateLimiter(
                        new InMemoryCallBudget(MutableClock.at(Orders.START)),
                        MutableClock.at(Orders.START),
                        Duration.ofMinutes(1)),
                _ -> () -> "token",
                MutableClock.at(Orders.START))) {
            return factory.accounts(properties(), 5);
        }
    }

    /** Asked at a door that is closed if the account cannot work; one that can is not asked. */
    private static String blockOf(Accounts accounts, String name) {
        Account account = accounts.find(name).orElseThrow();
        assertThat(account.identity().userId()).isEqualTo(new UserId("0"));
        return account.x().credentialOwner().ask().orElseThrow().detail();
    }

    private static String app(Accounts accounts, String name) {
        return accounts.find(name).orElseThrow().budgets().messages().app();
    }

    private AccountsProperties properties() {
        return binder().bindOrCreate("dm-verify", AccountsProperties.class);
    }

    private Binder binder() {
        return new Binder(new MapConfigurationPropertySource(properties));
    }
}
