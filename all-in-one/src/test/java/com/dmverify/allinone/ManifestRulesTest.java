package com.dmverify.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.dmverify.schemas.TopicSpec;
import com.dmverify.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every manifest in {@code k8s/}. */
class ManifestRulesTest {

    private static final String STRIMZI = "k8s/components/strimzi/";
    private static final List<String> WORKLOADS = List.of("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob");

    @Test
    void everyPodIsRestricted() {
        List<Map<String, Object>> pods = workloads();
        assertThat(pods).hasSizeGreaterThanOrEqualTo(6);

        for (Map<String, Object> workload : pods) {
            String name = String.valueOf(Yaml.map(workload, "metadata").get("name"));
            Map<String, Object> pod = Yaml.map(workload, "spec", "template", "spec");
            assertThat(Yaml.map(pod, "securityContext")).as(name).containsEntry("runAsNonRoot", true);
            assertThat(Yaml.map(pod, "securityContext", "seccompProfile"))
                    .as(name)
                    .containsEntry("type", "RuntimeDefault");
            assertThat(pod).as(name).doesNotContainKeys("hostNetwork", "hostPID", "hostIPC");
            assertThat(Yaml.list(pod, "containers")).as(name).allSatisfy(container -> {
                assertThat(Yaml.map(container, "securityContext"))
                        .containsEntry("allowPrivilegeEscalation", false)
                        .doesNotContainKey("privileged");
                assertThat(Yaml.texts(Yaml.map(container, "securityContext", "capabilities"), "drop"))
                        .containsExactly("ALL");
                assertThat(Yaml.map(container, "resources", "limits")).containsKey("memory");
                assertThat(Yaml.map(container, "resources", "requests")).containsKeys("cpu", "memory");
                assertThat(container).containsKey("readinessProbe");
            });
        }
    }

    @Test
    void noImageIsTheLatest() {
        assertThat(files().map(ManifestRulesTest::text)).noneMatch(text -> text.contains(":latest"));
        for (String overlay : List.of("local", "production")) {
            Map<String, Object> kustomization = Yaml.document("k8s/overlays/" + overlay + "/kustomization.yaml");
            assertThat(Yaml.list(kustomization, "images"))
                    .isNotEmpty()
                    .allSatisfy(image -> assertThat(image.keySet()).containsAnyOf("newTag", "digest"));
        }
    }

    /** A misspelled variable would be ignored. */
    @Test
    void everyEnvironmentVariableIsAProperty() {
        ConfigurationReference properties = ConfigurationReference.ofClassPath();
        assumeThat(properties.isComplete()).isTrue();

        Set<String> variables = new TreeSet<>();
        files().filter(file -> file.toString().matches(".*\\.env(\\.example)?"))
                .flatMap(file -> text(file).lines())
                .filter(line -> line.matches("[A-Z].*=.*"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .forEach(variables::add);
        workloads().stream()
                .filter(workload -> !List.of("kafka", "redis")
                        .contains(String.valueOf(Yaml.map(workload, "metadata").get("name"))))
                .flatMap(workload -> Yaml.list(Yaml.map(workload, "spec", "template", "spec"), "containers").stream())
                .flatMap(container -> Yaml.list(container, "env").stream())
                .forEach(variable -> variables.add(String.valueOf(variable.get("name"))));

        assertThat(variables).hasSizeGreaterThan(10).allMatch(properties::isProperty);
    }

    @Test
    void theTopicsOfStrimziAreThoseOfTheServices() {
        Map<String, String> declared = new TreeMap<>();
        Topics.all().forEach(topic -> declared.put(topic.name(), topic.partitions() + " " + topic.config()));

        Map<String, String> strimzi = new TreeMap<>();
        Yaml.documents(STRIMZI + "topics.yaml").forEach(topic -> {
            Map<String, String> config = new TreeMap<>();
            Yaml.map(topic, "spec", "config").forEach((name, value) -> config.put(name, String.valueOf(value)));
            assertThat(config.remove("min.insync.replicas")).isEqualTo("2");
            strimzi.put(
                    String.valueOf(Yaml.map(topic, "metadata").get("name")),
                    Yaml.map(topic, "spec").get("partitions") + " " + config);
        });

        assertThat(strimzi).isEqualTo(declared);
    }

    @Test
    void aUserOfStrimziMayWriteWhatItsServiceOwnsAndSchemas() {
        Map<String, Set<String>> owned = new TreeMap<>();
        for (TopicSpec topic : Topics.all()) {
            owned.computeIfAbsent(nameOf(topic.owner()), _ -> new TreeSet<>()).add(topic.name());
        }
        owned.values().forEach(topics -> topics.add(Topics.SCHEMAS));

        Map<String, Set<String>> writable = new TreeMap<>();
        Yaml.documents(STRIMZI + "users.yaml")
                .forEach(user -> writable.put(
                        String.valueOf(Yaml.map(user, "metadata").get("name")),
                        Yaml.list(Yaml.map(user, "spec", "authorization"), "acls").stream()
                                .filter(acl -> Yaml.texts(acl, "operations").contains("Write"))
                                .map(acl -> Yaml.map(acl, "resource"))
                                .peek(topic -> assertThat(topic)
                                        .containsEntry("type", "topic")
                                        .containsEntry("patternType", "literal"))
                                .map(topic -> String.valueOf(topic.get("name")))
                                .collect(Collectors.toCollection(TreeSet::new))));

        assertThat(writable).isEqualTo(owned);
    }

    private static String nameOf(TopicSpec.Service service) {
        return service.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Map<String, Object>> workloads() {
        return files().filter(file -> file.toString().endsWith(".yaml"))
                .flatMap(file -> Yaml.documents(Path.of("..").relativize(file).toString()).stream())
                .filter(document -> WORKLOADS.contains(String.valueOf(document.get("kind"))))
                .toList();
    }

    private static Stream<Path> files() {
        try (Stream<Path> files = Files.walk(Path.of("..", "k8s"))) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
