package com.dmverify.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.cli.story.Http;
import com.dmverify.cli.story.Http.Answer;
import com.dmverify.guarantees.deployment.Brand;
import com.dmverify.guarantees.deployment.Deployment;
import com.dmverify.guarantees.deployment.NewerSchemas;
import com.dmverify.guarantees.deployment.SendLimit;
import com.dmverify.guarantees.deployment.ServiceProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services of this release and of a later one, with one more field and symbol, read what the others write. */
class MixedVersionsIT {

    private static final Brand BRAND = Brand.ALL.getFirst();
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final SendLimit ENOUGH = new SendLimit(1_000, Duration.ofHours(1));
    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"verification-api", "dm-sender webhook-receiver"})
    void ordersReportsActivitiesAndEventsAreReadInBothDirections(String newer) {
        Path classes = NewerSchemas.compiledInto(folder);
        try (Deployment deployment = Deployment.mixed(ENOUGH, TIMEOUT, classes, Set.of(newer.split(" ", -1)))) {
            Http api = deployment.api(BRAND);

            // Orders and reports: the code arrives and is checked
            String first = user(deployment, "first", "everyone");
            String verified = start(api, first);
            String code = readsCode(deployment, first);
            seen(api, verified, "/delivery/status", "sent");
            assertThat(api.post("/v1/verifications/" + verified + "/checks", "{\"code\": \"" + code + "\"}")
                            .text("/result"))
                    .isEqualTo("approved");

            // Activities: who follows is sent what waits
            String closed = user(deployment, "closed", "nobody");
            String waiting = start(api, closed);
            seen(api, waiting, "/delivery/status", "awaiting_user_action");
            deployment.sandbox().post("/sandbox/users/" + closed + "/follow?brand=" + BRAND.id(), "");
            readsCode(deployment, closed);
            seen(api, waiting, "/delivery/status", "sent");

            // Events: both services read all that was written, and nothing ended as a dead letter
            deployment.services().forEach(MixedVersionsIT::hasFailedNowhere);
            assertThat(deadLetters(deployment)).isEmpty();
        }
    }

    private static void hasFailedNowhere(ServiceProcess service) {
        assertThat(service.metrics().lines().filter(line -> line.startsWith("kafka_records_failed_total")))
                .as(service.name())
                .isEmpty();
    }

    private static List<String> deadLetters(Deployment deployment) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        deployment.kafka().bootstrapServers(),
                        "group.id",
                        "mixed-" + UUID.randomUUID()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic ->
                            topic.getKey().endsWith(".dlt") || topic.getKey().endsWith(".retry"))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            assertThat(partitions).isNotEmpty();
            return consumer.endOffsets(partitions).entrySet().stream()
                    .filter(end -> end.getValue() > 0)
                    .map(end -> end.getKey().toString())
                    .toList();
        }
    }

    private static String user(Deployment deployment, String name, String dmSetting) {
        Answer made = deployment
                .sandbox()
                .post("/sandbox/users", "{\"username\": \"" + name + "\", \"dm_setting\": \"" + dmSetting + "\"}");
        assertThat(made.status()).isEqualTo(201);
        return made.text("/id");
    }

    private static String start(Http api, String userId) {
        Answer asked = api.post("/v1/verifications", "{\"target\": {\"user_id\": \"" + userId + "\"}}");
        assertThat(asked.status()).as("%s", asked.body()).isEqualTo(202);
        return asked.text("/id");
    }

    private static void seen(Http api, String verification, String pointer, String value) {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(
                                api.get("/v1/verifications/" + verification).text(pointer))
                        .isEqualTo(value));
    }

    private static String readsCode(Deployment deployment, String user) {
        await().atMost(TIMEOUT).until(() -> inbox(deployment, user).find());
        Matcher code = inbox(deployment, user);
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private static Matcher inbox(Deployment deployment, String user) {
        return CODE.matcher(String.valueOf(
                deployment.sandbox().get("/sandbox/users/" + user + "/inbox").text("/0/text")));
    }
}
