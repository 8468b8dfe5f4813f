package com.dmverify.sender.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.codes.OneTimeCodes;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.account.Allowances;
import com.dmverify.sender.account.Breaker;
import com.dmverify.sender.account.Metering;
import com.dmverify.sender.budget.InMemoryCallBudget;
import com.dmverify.sender.budget.Limits;
import com.dmverify.sender.budget.Use;
import com.dmverify.sender.cast.HandClock;
import com.dmverify.sender.cast.Keys;
import com.dmverify.support.durability.DeploymentProperties;
import com.dmverify.x.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PropertiesTest {

    /** Stands in docker-compose.yml. */
    private static final String PUBLISHED = "c2FuZGJveC1vbmx5LWRvLW5vdC11c2UtZWxzZXdoZXJlIQ==";

    private final Map<String, String> properties =
            new HashMap<>(Map.of("dm-verify.codes.keys[0].id", "k1", "dm-verify.codes.keys[0].secret", Keys.SECRET));

    @Test
    void defaultsAreXsLimits() {
        account("main", "key-1");

        assertThat(accounts().find("main").orElseThrow().allowances().messages().limits())
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

        assertThat(accounts().find("main").orElseThrow().allowances().messages().limits())
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
        assertThat(troubleOf(accounts, "main"))
                .startsWith("dm-verify.accounts.main: ")
                .contains(why);
        assertThat(accounts.find("sister").orElseThrow().persona().brand()).isEqualTo("example");
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
        assertThat(troubleOf(accounts(), "main")).contains("X's v1.1 takes no OAuth 2.0 token: use api-version V2");
    }

    @Test
    void overviewsAreSpreadOverXsWindow() {
        account("main", "key-1");

        assertThat(accounts()
                        .find("main")
                        .orElseThrow()
                        .allowances()
                        .of(Use.SURVEYS)
                        .limits())
                .isEqualTo(Limits.ofWindow(1, Duration.ofSeconds(30)));
    }

    @Test
    void v11CountsListsAndReadsTogether() {
        account("main", "key-1");
        properties.put("dm-verify.accounts.main.api-version", "V1_1");

        Allowances allowances = accounts().find("main").orElseThrow().allowances();
        assertThat(allowances.of(Use.LISTS)).isEqualTo(allowances.of(Use.READS));
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

        assertThat(accounts().find("main").map(account -> account.persona().brand()))
                .contains("example");
    }

    @Test
    void noSecretShows() {
        // Given
        account("main", "key-1");

        // When
        String shown = house().toString();

        // Then
        assertThat(shown).contains("key-1", "k1").doesNotContain("very-secret", Keys.SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.x.com",
                "https://API.TWITTER.COM/",
                "https://x.com.",
                "http://x_sandbox:8090",
                "sandbox"
            })
    void aPublishedCodeKeyIsRefusedWhereRealPeopleMayGetMessages(String baseUrl) {
        // Given
        properties.put("dm-verify.demo", "true");
        account("main", "key-1");
        properties.put("dm-verify.accounts.main.base-url", baseUrl);
        properties.put("dm-verify.codes.keys[0].secret", PUBLISHED);

        // Then
        assertThatThrownBy(this::codes)
                .hasMessageContaining("dm-verify.codes.keys")
                .hasMessageContaining("k1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8090", "https://api.x.com.example.org", "http://notx.com"})
    void aPublishedCodeKeyIsTakenForTheSandboxOfADemonstrationAlone(String baseUrl) {
        // Given
        account("main", "key-1");
        properties.put("dm-verify.accounts.main.base-url", baseUrl);
        properties.put("dm-verify.codes.keys[0].secret", PUBLISHED);

        // Then
        assertThatThrownBy(this::codes).hasMessageContaining("dm-verify.demo");
        properties.put("dm-verify.demo", "true");
        assertThat(codes()).isNotNull();
    }

    @Test
    void aKeyOfOnesOwnIsTakenForX() {
        account("main", "key-1");

        assertThat(codes()).isNotNull();
    }

    private OneTimeCodes codes() {
        return new DispatchConfiguration()
                .oneTimeCodes(
                        house(),
                        binder().bindOrCreate("dm-verify.x", XProperties.class),
                        binder().bindOrCreate("dm-verify", DeploymentProperties.class));
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
                new Metering(new InMemoryCallBudget(new HandClock()), new HandClock(), Duration.ofMinutes(1)),
                _ -> () -> "token",
                new HandClock())) {
            return factory.accounts(house());
        }
    }

    /** Asked at a door that is closed if the account cannot work; one that can is not asked. */
    private static String troubleOf(Accounts accounts, String name) {
        Account account = accounts.find(name).orElseThrow();
        assertThat(account.persona().userId()).isEqualTo(new UserId("0"));
        return account.x().identity().ask().orElseThrow().detail();
    }

    private static String app(Accounts accounts, String name) {
        return accounts.find(name).orElseThrow().allowances().messages().app();
    }

    private HouseProperties house() {
        return binder().bindOrCreate("dm-verify", HouseProperties.class);
    }

    private Binder binder() {
        return new Binder(new MapConfigurationPropertySource(properties));
    }
}
