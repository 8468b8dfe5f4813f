package com.dmverify.connections.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.connections.connection.Patience;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ConnectionsPropertiesTest {

    private static final XProperties X = bound(XProperties.class, "dm-verify.x", Map.of());

    @Test
    void theDefaultsFitTogether() {
        assertThat(properties(Map.of()).patience(X))
                .isEqualTo(new Patience(
                        Duration.ofMinutes(10), Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofMinutes(5)));
    }

    @Test
    void aLeaseOutlastsTheCallToX() {
        assertThatThrownBy(() ->
                        properties(Map.of("dm-verify.connections.lease", "12s")).patience(X))
                .hasMessageStartingWith("dm-verify.connections.lease");
        assertThat(properties(Map.of("dm-verify.connections.lease", "13s")).patience(X))
                .isNotNull();
    }

    @Test
    void withoutAKeyNothingCanBeKept() {
        assertThatThrownBy(() -> properties(Map.of()).sealingKeys()).hasMessageContaining("dm-verify.connections.keys");
    }

    private static ConnectionsProperties properties(Map<String, String> properties) {
        return bound(ConnectionsProperties.class, "dm-verify.connections", properties);
    }

    private static <T> T bound(Class<T> type, String prefix, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
    }
}
