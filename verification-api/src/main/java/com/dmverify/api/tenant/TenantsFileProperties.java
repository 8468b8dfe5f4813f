package com.dmverify.api.tenant;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A file with tenants and keys, which may change while the service runs.
 *
 * @param path of a YAML file with {@code dm-verify.tenants}; not set: there is none
 * @param lookEvery how late a change takes effect: a revoked key is refused after so long
 */
@ConfigurationProperties("dm-verify.tenants-file")
record TenantsFileProperties(
        @Nullable Path path, @DefaultValue("5s") Duration lookEvery) {

    TenantsFileProperties {
        if (!lookEvery.isPositive()) {
            throw new IllegalArgumentException("dm-verify.tenants-file.look-every must be positive");
        }
    }
}
