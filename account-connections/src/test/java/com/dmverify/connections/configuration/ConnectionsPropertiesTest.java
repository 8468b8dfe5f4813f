package com.dmverify.connections.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.connections.connection.RefreshPolicy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ConnectionsPropertiesTest {

    private static final XProperties X = bound(XProperties.class, "dm-verify.x", Map.of());

    @Test
    void theDefaultsAreConsistent() {
        assertThat(properties(Map.of()).refreshPolicy(X))
                .isEqualTo(new RefreshPolicy(
                        Duration.ofMinutes(10), Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofMinutes(5)));
    }

    @Test
    void aLeaseMustBeLongerThanTheCallToX() {
        assertThatThrownBy(() ->
                        properties(Map.of("dm-verify.connections.lease", "12s")).refreshPolicy(X))
                .hasMessageStartingWith("dm-verify.connections.lease");
        assertThat(properties(Map.of("dm-verify.connections.lease", "13s")).refreshPolicy(X))
                .isNotNull();
    }

    @Test
    void aMissingKeyIsRefused() {
        assertThatThrownBy(() -> properties(Map.of()).sealingKeys()).hasMessageContaining("dm-verify.connections.keys");
    }

    private static ConnectionsProperties properties(Map<String, String> properties) {
        return bound(ConnectionsProperties.class, "dm-verify.connections", properties);
    }

    private static <T> T bound(Class<T> type, String prefix, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
    }
}
