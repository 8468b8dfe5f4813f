package com.dmverify.api.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.api.TestPolicy;
import com.dmverify.api.tenant.TenantProperties.Account;
import com.dmverify.api.tenant.TenantProperties.Tenant;
import com.dmverify.schemas.TopicNames;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantsFileTest {

    private static final String CONFIGURED = "a".repeat(64);
    private static final String IN_FILE = "b".repeat(64);
    private static final String LATER = "c".repeat(64);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Accounts accounts =
            new Accounts(Map.of("demo", new Account("dmverify_demo", "1000000000000000001", 1, null)));
    private Path path;
    private TenantsFile file;
    private Tenants tenants;
    private TenantsFileWatch watch;

    @BeforeEach
    void read(@TempDir Path folder) throws IOException {
        path = Files.writeString(folder.resolve("tenants.yml"), yaml("acme", IN_FILE));
        Map<String, Tenant> configured = Map.of(
                "other",
                new Tenant(
                        "demo",
                        List.of(new TenantProperties.Key(CONFIGURED, Set.of("checks:write"), null, false)),
                        null,
                        false,
                        "standard"));
        file = new TenantsFile(configured, path);
        tenants = new Tenants(file.read(), accounts, TestPolicy.POLICIES, true, false, Clock.systemUTC());
        watch = new TenantsFileWatch(
                file,
                tenants,
                new KafkaTenants(file.read(), accounts, TestPolicy.POLICIES, new TopicNames("")),
                Duration.ofDays(1),
                meters);
    }

    @AfterEach
    void stop() {
        watch.destroy();
    }

    @Test
    void theFileHasTenantsBesideTheConfiguration() {
        assertThat(tenants.withKey(CONFIGURED).orElseThrow().tenant()).isEqualTo("other");
        Caller inFile = tenants.withKey(IN_FILE).orElseThrow();
        assertThat(inFile.tenant()).isEqualTo("acme");
        assertThat(inFile.scopes()).containsExactlyInAnyOrder("checks:write", "targets:erase");
        assertThat(file.read().get("acme").keys().getFirst().expiresAt())
                .isEqualTo(Instant.parse("2099-01-01T00:00:00Z"));
    }

    @Test
    void aChangeOfTheFileTakesEffect() throws IOException {
        Files.writeString(path, yaml("acme", LATER));

        watch.look();

        assertThat(tenants.withKey(LATER)).isPresent();
        assertThat(tenants.withKey(IN_FILE)).isEmpty();
        assertThat(refused()).isZero();
    }

    @Test
    void aTenantOfTheFileReplacesTheConfiguredOne() throws IOException {
        Files.writeString(path, yaml("other", LATER));

        watch.look();

        assertThat(tenants.withKey(CONFIGURED)).isEmpty();
        assertThat(tenants.withKey(LATER)).isPresent();
    }

    @Test
    void aContentThatCannotBeUsedChangesNothing() throws IOException {
        for (String damaged : List.of("dm-verify: [", yaml("Not A Name", LATER), yaml("acme", "short"))) {
            Files.writeString(path, damaged);
            watch.look();
            assertThat(refused()).isEqualTo(1);
        }
        Files.delete(path);
        watch.look();

        assertThat(tenants.withKey(IN_FILE)).isPresent();
        assertThat(refused()).isEqualTo(1);
        assertThatThrownBy(file::read).isInstanceOf(UncheckedIOException.class);

        Files.writeString(path, yaml("acme", LATER));
        watch.look();
        assertThat(refused()).isZero();
    }

    private double refused() {
        return meters.get("dm.verify.tenants.file.refused").gauge().value();
    }

    private static String yaml(String tenant, String sha256) {
        return """
                dm-verify:
                  tenants:
                    "%s":
                      account: demo
                      keys:
                        - sha256: "%s"
                          scopes: ["checks:write", "targets:erase"]
                          expires-at: 2099-01-01T00:00:00Z
                """.formatted(tenant, sha256);
    }
}
