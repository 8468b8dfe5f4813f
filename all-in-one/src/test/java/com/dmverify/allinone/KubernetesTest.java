package com.dmverify.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the manifests in {@code k8s/}. */
class KubernetesTest {

    private static final int KAFKA = 9092;
    private static final int REDIS = 6379;
    private static final int HTTPS = 443;

    private static final List<String> SERVICES = List.of("verification-api", "webhook-receiver", "dm-sender");

    private final List<Map<String, Object>> policies = Stream.concat(
                    SERVICES.stream().map(service -> base(service, "network-policy")),
                    Stream.of("default-deny", "dns").map(name -> base("network", name)))
            .toList();

    @ParameterizedTest
    @CsvSource({"verification-api, 8080, 9080", "webhook-receiver, 8081, 9081", "dm-sender, 8082, 9082"})
    void eachPodAcceptsConnectionsOnItsOwnPortsOnly(String app, int port, int management) {
        assertThat(ports(policyOf(app), "ingress")).containsExactlyInAnyOrder(port, management);
    }

    @Test
    void theInternetFacingServiceCannotConnectToRedis() {
        assertThat(ports(policyOf("webhook-receiver"), "egress")).containsExactly(KAFKA);
        assertThat(ports(policyOf("verification-api"), "egress")).containsExactlyInAnyOrder(KAFKA, REDIS);
        assertThat(ports(policyOf("dm-sender"), "egress")).containsExactlyInAnyOrder(KAFKA, REDIS, HTTPS);
    }

    @Test
    void noOtherPolicyAppliesToAllPods() {
        List<Map<String, Object>> forAll = policies.stream()
                .filter(policy -> Yaml.map(policy, "spec", "podSelector").isEmpty())
                .toList();

        assertThat(forAll)
                .extracting(policy -> Yaml.map(policy, "metadata").get("name"))
                .containsExactlyInAnyOrder("default-deny", "dns");
        assertThat(forAll).allSatisfy(policy -> {
            assertThat(ports(policy, "ingress")).isEmpty();
            assertThat(ports(policy, "egress")).isSubsetOf(53);
        });
    }

    @Test
    void managementAndOperatorPagesAcceptSelectedPodsOnly() {
        for (String app : SERVICES) {
            assertThat(Yaml.list(Yaml.map(policyOf(app), "spec"), "ingress"))
                    .filteredOn(rule -> !rule.containsKey("from"))
                    .flatExtracting(rule -> Yaml.list(rule, "ports"))
                    .extracting(port -> port.get("port"))
                    .isSubsetOf(8080, 8081);
        }
    }

    @Test
    void theSenderCannotConnectToPrivateAddressesByHttps() {
        List<Map<String, Object>> https = Yaml.list(Yaml.map(policyOf("dm-sender"), "spec"), "egress").stream()
                .filter(rule ->
                        Yaml.list(rule, "ports").stream().anyMatch(port -> Objects.equals(port.get("port"), HTTPS)))
                .toList();

        assertThat(https)
                .singleElement()
                .satisfies(rule -> assertThat(Yaml.list(rule, "to"))
                        .isNotEmpty()
                        .allSatisfy(to -> assertThat(Yaml.texts(Yaml.map(to, "ipBlock"), "except"))
                                .isNotEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"verification-api", "webhook-receiver", "dm-sender"})
    void everyPodHasLimitsAndProbes(String app) {
        Map<String, Object> pod = Yaml.map(base(app, "deployment"), "spec", "template", "spec");
        Map<String, Object> container = Yaml.list(pod, "containers").getFirst();

        assertThat(Yaml.list(pod, "volumes"))
                .allSatisfy(volume -> assertThat(Yaml.map(volume, "emptyDir")).containsKey("sizeLimit"));
        assertThat(Yaml.map(container, "startupProbe", "httpGet")).containsEntry("path", "/actuator/health/liveness");
        assertThat(Yaml.map(container, "livenessProbe", "httpGet")).containsEntry("path", "/actuator/health/liveness");
        assertThat(Yaml.map(container, "readinessProbe", "httpGet"))
                .containsEntry("path", "/actuator/health/readiness");
        assertThat(Yaml.map(container, "resources", "limits")).containsKey("memory");
    }

    @Test
    void eachPodGetsOnlyTheSecretsThatItNeeds() {
        assertThat(secretsOf("verification-api"))
                .containsExactlyInAnyOrder(
                        "dm-verify-codes", "dm-verify-api-keys", "dm-verify-redis", "dm-verify-kafka");
        assertThat(secretsOf("webhook-receiver")).containsExactlyInAnyOrder("dm-verify-x-app", "dm-verify-kafka");
        assertThat(secretsOf("dm-sender"))
                .containsExactlyInAnyOrder(
                        "dm-verify-codes", "dm-verify-x-account", "dm-verify-redis", "dm-verify-kafka");
    }

    @Test
    void anAutoscalerAloneSaysHowManyPodsItsServiceHas() {
        assertThat(SERVICES).allSatisfy(service -> {
            boolean scaled =
                    Yaml.texts(base(service, "kustomization"), "resources").contains("autoscaler.yaml");
            boolean fixed = Yaml.map(base(service, "deployment"), "spec").containsKey("replicas");
            assertThat(scaled).as(service).isNotEqualTo(fixed);
        });
    }

    @Test
    void theProductionOverlayNamesADigestForEachImage() {
        String kustomization = Yaml.text("k8s/overlays/production/kustomization.yaml");

        assertThat(Yaml.list(Yaml.document("k8s/overlays/production/kustomization.yaml"), "images"))
                .hasSize(3);
        assertThat(kustomization.lines().filter(line -> line.contains("digest: sha256:")))
                .hasSize(3);
    }

    @Test
    void demonstrationsAreAllowedInTheLocalOverlayAlone() {
        assertThat(Yaml.text("k8s/overlays/local/config.env")).contains("DMVERIFY_DEMO=true");
        assertThat(Yaml.text("k8s/overlays/production/config.env")).doesNotContain("DEMO", "DURABILITY");
    }

    @Test
    void theSecretsOfTheOverlaysAreThoseOfThePods() {
        Set<String> used = SERVICES.stream()
                .flatMap(service -> secretsOf(service).stream())
                .collect(Collectors.toSet());

        for (String overlay : List.of("local", "production")) {
            assertThat(Yaml.list(Yaml.document("k8s/overlays/" + overlay + "/kustomization.yaml"), "secretGenerator"))
                    .extracting(secret -> String.valueOf(secret.get("name")))
                    .containsExactlyInAnyOrderElementsOf(used);
        }
    }

    private static Map<String, Object> base(String folder, String file) {
        return Yaml.document("k8s/base/" + folder + "/" + file + ".yaml");
    }

    private static Set<String> secretsOf(String app) {
        Map<String, Object> pod = Yaml.map(base(app, "deployment"), "spec", "template", "spec");
        return Yaml.list(Yaml.list(pod, "containers").getFirst(), "envFrom").stream()
                .map(source -> Yaml.map(source, "secretRef").get("name"))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }

    private Map<String, Object> policyOf(String app) {
        List<Map<String, Object>> found = policies.stream()
                .filter(policy ->
                        Yaml.map(policy, "spec", "podSelector", "matchLabels").containsValue(app))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Set<Integer> ports(Map<String, Object> policy, String direction) {
        return Yaml.list(Yaml.map(policy, "spec"), direction).stream()
                .flatMap(rule -> Yaml.list(rule, "ports").stream())
                .map(port -> (Integer) port.get("port"))
                .collect(Collectors.toSet());
    }
}
