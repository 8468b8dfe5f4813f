package com.dmverify.webhook.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.webhook.app.AppProperties.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppPropertiesTest {

    private static final Secret SECRET = new Secret("do-not-tell");

    @Test
    void noAppAtAllIsRefusedWithAWayOut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AppProperties(null))
                .withMessageContaining("X_CONSUMER_SECRET");
    }

    @Test
    void anAppWithoutSecretIsRefusedByItsName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AppProperties(Map.of("acme", new Secret(" "))))
                .withMessageContaining("dm-verify.webhook.apps.acme.consumer-secret");
    }

    @Test
    void theShippedDefaultAppMayBeLeftOutByWhoHasOthers() {
        assertThat(new AppProperties(Map.of("default", new Secret(""), "acme", SECRET)).apps())
                .containsOnlyKeys("acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Acme", "a/b", "-a", "a b"})
    void aNameThatIsNoPartOfAPathIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AppProperties(Map.of(name, SECRET)));
    }

    @Test
    void theSecretIsNeverPrinted() {
        AppProperties properties = new AppProperties(Map.of("acme", SECRET));

        assertThat(properties.toString()).doesNotContain("do-not-tell");
        assertThat(new AppConfiguration().apps(properties).named("acme").toString())
                .contains("acme")
                .doesNotContain("do-not-tell");
    }
}
