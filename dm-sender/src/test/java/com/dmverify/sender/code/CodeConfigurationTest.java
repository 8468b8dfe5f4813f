package com.dmverify.sender.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.codes.OneTimeCodes;
import com.dmverify.sender.account.AccountsProperties;
import com.dmverify.sender.account.XProperties;
import com.dmverify.sender.fixture.Keys;
import com.dmverify.support.durability.DeploymentProperties;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CodeConfigurationTest {

    /** Stands in docker-compose.yml. */
    private static final String PUBLISHED = "c2FuZGJveC1vbmx5LWRvLW5vdC11c2UtZWxzZXdoZXJlIQ==";

    private final Map<String, String> properties =
            new HashMap<>(Map.of("dm-verify.codes.keys[0].id", "k1", "dm-verify.codes.keys[0].secret", Keys.SECRET));

    @Test
    void noSecretShows() {
        assertThat(binder().bindOrCreate("dm-verify.codes", CodeProperties.class)
                        .toString())
                .contains("k1")
                .doesNotContain(Keys.SECRET);
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
        account(baseUrl);
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
        account(baseUrl);
        properties.put("dm-verify.codes.keys[0].secret", PUBLISHED);

        // Then
        assertThatThrownBy(this::codes).hasMessageContaining("dm-verify.demo");
        properties.put("dm-verify.demo", "true");
        assertThat(codes()).isNotNull();
    }

    @Test
    void aKeyOfOnesOwnIsTakenForX() {
        account("https://api.x.com");

        assertThat(codes()).isNotNull();
    }

    private OneTimeCodes codes() {
        return new CodeConfiguration()
                .oneTimeCodes(
                        binder().bindOrCreate("dm-verify.codes", CodeProperties.class),
                        binder().bindOrCreate("dm-verify", AccountsProperties.class),
                        binder().bindOrCreate("dm-verify.x", XProperties.class),
                        binder().bindOrCreate("dm-verify", DeploymentProperties.class));
    }

    private void account(String baseUrl) {
        properties.put("dm-verify.accounts.main.handle", "@example");
        properties.put("dm-verify.accounts.main.base-url", baseUrl);
    }

    private Binder binder() {
        return new Binder(new MapConfigurationPropertySource(properties));
    }
}
