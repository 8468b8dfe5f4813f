package com.dmverify.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks {@code docker-compose.yml}. */
class ComposeTest {

    private final Map<String, Object> file = Yaml.document("docker-compose.yml");
    private final Map<String, Map<String, Object>> services = Yaml.maps(file, "services");

    @Test
    void theDocumentedPortsArePublishedOnLoopbackOnly() {
        List<String> published = services.values().stream()
                .flatMap(service -> Yaml.texts(service, "ports").stream())
                .toList();

        assertThat(published)
                .containsExactlyInAnyOrderElementsOf(Stream.of(8080, 8081, 8082, 8090, 8453, 9080, 9081, 9082, 9092)
                        .map(port -> "127.0.0.1:" + port + ":" + port)
                        .toList());
    }

    @Test
    void noServiceSharesTheHostsNetwork() {
        assertThat(services.values()).noneMatch(service -> service.containsKey("network_mode"));
    }

    @Test
    void redisIsNotPublishedAndRequiresAPassword() {
        Map<String, Object> redis = services.get("redis");

        assertThat(redis).doesNotContainKey("ports");
        assertThat(Yaml.texts(redis, "command"))
                .containsSequence("--requirepass", "compose-only-redis-password")
                .containsSequence("--appendonly", "yes")
                .containsSequence("--maxmemory-policy", "noeviction")
                .doesNotContain("--protected-mode");
        for (String service : List.of("verification-api", "dm-sender")) {
            assertThat(Yaml.map(services.get(service), "environment"))
                    .containsEntry("SPRING_DATA_REDIS_PASSWORD", "compose-only-redis-password");
        }
    }

    @Test
    void onlyTheComposeFileAllowsPublishedKeysAndRelaxedDurability() {
        for (String service : List.of("verification-api", "dm-sender", "webhook-receiver")) {
            assertThat(Yaml.map(services.get(service), "environment"))
                    .containsEntry("DMVERIFY_DEMO", "true")
                    .containsEntry("DMVERIFY_DURABILITY", "relaxed");
        }
        assertThat(Yaml.text("k8s/overlays/production/config.env")).doesNotContain("DEMO", "DURABILITY");
        assertThat(Yaml.text("Dockerfile")).doesNotContain("DEMO", "DURABILITY");
    }

    /** docker-compose 1.29 supports neither a top-level name nor a syntax line. */
    @Test
    void dockerCompose129CanReadTheFile() {
        assertThat(file).containsOnlyKeys("services");
        assertThat(Yaml.text("docker-compose.yml")).doesNotContain("# syntax=");
        assertThat(Yaml.text("Dockerfile")).doesNotContain("# syntax=");
        assertThat(services.values()).noneMatch(service -> service.containsKey("profiles"));
    }
}
