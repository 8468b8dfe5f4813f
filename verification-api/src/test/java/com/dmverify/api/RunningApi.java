package com.dmverify.api;

import static org.awaitility.Awaitility.await;

import com.dmverify.api.eta.RateLimitEvents;
import com.dmverify.api.redis.Shards;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.events.ActivityKind;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.OptOutChanged;
import com.dmverify.events.RateLimitStatus;
import com.dmverify.local.LocalServices;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The service, running on a real Kafka and a real Redis; the test plays the sender and X. */
final class RunningApi implements AutoCloseable {

    static final String KEY = "dmv_test";
    static final String READ_ONLY_KEY = "dmv_read";
    static final String OPERATOR_KEY = "dmv_operator";
    static final String ERASE_KEY = "dmv_erase";
    static final String OTHER_TENANT_KEY = "dmv_other";
    static final String SECRET =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final String WITHOUT_OTHER = "without-other=true";
    static final String BRAND = "1000000000000000001";

    final HandMovedClock clock = new HandMovedClock();

    /** What was exported, in a service with the profile {@code tracing}. */
    final InMemorySpanExporter spans = InMemorySpanExporter.create();

    private final EventCodec codec = new EventCodec();
    private final String bootstrapServers;
    private final ConfigurableApplicationContext context;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> heard = new CopyOnWriteArrayList<>();

    /** With these settings beside the usual ones, each {@code name=value}. */
    RunningApi(LocalServices services, String... settings) {
        bootstrapServers = services.kafka().bootstrapServers();
        context = VerificationApi.application()
                .initializers((GenericApplicationContext started) -> {
                    started.registerBean("handMovedClock", Clock.class, () -> clock);
                    started.registerBean("spans", SpanExporter.class, () -> spans);
                })
                .run(arguments(services, settings));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", services.kafka().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", services.kafka().bootstrapServers(),
                        "group.id", UUID.randomUUID().toString(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(
                Topics.VERIFICATION_REQUESTED,
                Topics.VERIFICATION_EVENTS,
                Topics.OPT_OUTS,
                Topics.SWITCHES,
                Topics.DM_ATTEMPTED + Topics.DLT,
                Topics.X_ACTIVITY + Topics.DLT));
    }

    /** What starts the service with these settings beside the usual ones. */
    static String[] arguments(LocalServices services, String... settings) {
        List<String> properties = new ArrayList<>(List.of(
                "dm-verify.durability=relaxed", // one broker, and a Redis that keeps nothing
                "server.port=0",
                "management.server.port=0",
                "spring.kafka.bootstrap-servers=" + services.kafka().bootstrapServers(),
                "spring.data.redis.port=" + services.redis().port(),
                "dm-verify.codes.keys[0].id=k1",
                "dm-verify.codes.keys[0].secret=" + SECRET,
                "dm-verify.accounts.demo.handle=dmverify_demo",
                "dm-verify.accounts.demo.user-id=" + BRAND,
                "dm-verify.tenants.acme.account=demo",
                "dm-verify.tenants.acme.keys[0].sha256=" + sha256(KEY),
                "dm-verify.tenants.acme.keys[1].sha256=" + sha256(READ_ONLY_KEY),
                "dm-verify.tenants.acme.keys[1].scopes=verifications:read",
                "dm-verify.tenants.acme.keys[2].sha256=" + sha256(OPERATOR_KEY),
                "dm-verify.tenants.acme.keys[2].scopes=operate",
                "dm-verify.tenants.acme.keys[3].sha256=" + sha256(ERASE_KEY),
                "dm-verify.tenants.acme.keys[3].scopes=targets:erase",
                "dm-verify.tenants.other.account=demo",
                "dm-verify.tenants.other.keys[0].sha256=" + sha256(OTHER_TENANT_KEY),
                "dm-verify.checks.report-timeout=3s",
                "dm-verify.deadlines.sweep-every=100ms"));
        properties.addAll(List.of(settings));
        return lastOfEach(properties).map(property -> "--" + property).toArray(String[]::new);
    }

    /** With one tenant, so that its services speak through the shared topics. */
    static RunningApi ofOneTenant(LocalServices services, String... settings) {
        String[] all =
                Stream.concat(Stream.of(settings), Stream.of(WITHOUT_OTHER)).toArray(String[]::new);
        RunningApi api = new RunningApi(services, all);
        api.alsoHears(Topics.VERIFICATION_COMMANDS + Topics.DLT);
        return api;
    }

    /** Listens to these topics too, from their beginning. */
    void alsoHears(String... topics) {
        consumer.subscribe(Stream.concat(consumer.subscription().stream(), Stream.of(topics))
                .toList());
    }

    /** The topics that there are. */
    Set<String> topics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return admin.listTopics().names().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError("Kafka does not list its topics", e);
        }
    }

    /** The topics that a group of this service reads. */
    Set<String> topicsOfGroup(String group) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                    .flatMap(member -> member.assignment().topicPartitions().stream())
                    .map(TopicPartition::topic)
                    .collect(Collectors.toSet());
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError("Kafka does not describe the group", e);
        }
    }

    /** A setting of the test replaces the usual one. */
    private static Stream<String> lastOfEach(List<String> properties) {
        Map<String, String> byName = new LinkedHashMap<>();
        properties.forEach(property -> byName.put(property.substring(0, property.indexOf('=')), property));
        if (byName.remove(WITHOUT_OTHER.substring(0, WITHOUT_OTHER.indexOf('='))) != null) {
            byName.keySet().removeIf(name -> name.startsWith("dm-verify.tenants.other."));
        }
        return byName.values().stream();
    }

    /** The settings of an account, and of a tenant with its name, whose API key is the name too. */
    static Stream<String> account(String name) {
        return Stream.of(
                "dm-verify.accounts.%s.handle=%s".formatted(name, name),
                "dm-verify.accounts.%s.user-id=%s".formatted(name, BRAND),
                "dm-verify.tenants.%s.account=%s".formatted(name, name),
                "dm-verify.tenants.%s.keys[0].sha256=%s".formatted(name, sha256(name)));
    }

    WebTestClient as(String key) {
        return WebTestClient.bindToServer()
                .baseUrl(address().toString())
                .responseTimeout(Duration.ofSeconds(60))
                .defaultHeaders(headers -> {
                    if (!key.isEmpty()) {
                        headers.setBearerAuth(key);
                    }
                })
                .build();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    String managementPort() {
        return String.valueOf(context.getEnvironment().getProperty("local.management.port"));
    }

    /** The outbox of a shard. */
    static String outbox(int shard) {
        return Shards.outbox(shard);
    }

    /** An entry that no service publishes and none removes. */
    void putDamagedEntry(String outbox) {
        redis().opsForStream().add(outbox, Map.of("r", "damaged")).block();
    }

    /** The sum of a counter whose line in the metrics begins so. */
    double counted(String line) {
        String metrics = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + managementPort())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024))
                .responseTimeout(Duration.ofSeconds(60))
                .build()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(metrics)
                .lines()
                .filter(found -> found.startsWith(line))
                .mapToDouble(found -> Double.parseDouble(found.substring(found.lastIndexOf(' '))))
                .sum();
    }

    /** What operators see of one link. */
    String health(String component) {
        return String.valueOf(WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + managementPort())
                .responseTimeout(Duration.ofSeconds(60))
                .build()
                .get()
                .uri("/actuator/health/" + component)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    /** All records so far on the topics that this service writes. */
    List<ConsumerRecord<String, byte[]>> heard() {
        consumer.poll(Duration.ofMillis(100)).forEach(heard::add);
        return heard;
    }

    /** What dm-sender was told of the opt-outs of a person, in its order. */
    List<String> optOuts(String user) {
        return heard().stream()
                .filter(record -> record.topic().equals(Topics.OPT_OUTS))
                .filter(record -> record.key().endsWith(":" + user))
                .filter(record -> record.key().startsWith("demo:"))
                .map(record -> ((OptOutChanged) codec.decode(record.value()))
                        .getState()
                        .toString())
                .toList();
    }

    ReactiveStringRedisTemplate redis() {
        return context.getBean(ReactiveStringRedisTemplate.class);
    }

    /** The verifications that the records on a topic are about. */
    List<String> idsOn(String topic) {
        return heard().stream()
                .filter(record -> record.topic().equals(topic))
                .map(record -> String.valueOf(codec.decode(record.value()).get(0)))
                .toList();
    }

    /** The value of the last record with this key. */
    byte[] lastOn(String topic, String key) {
        return await().until(
                        () -> heard().stream()
                                .filter(record -> record.topic().equals(topic) && key.equals(record.key()))
                                .reduce((earlier, later) -> later),
                        Optional::isPresent)
                .orElseThrow()
                .value();
    }

    /** The records about one verification on a topic, in their order. */
    List<ConsumerRecord<String, byte[]>> recordsOf(String topic, String id) {
        return heard().stream()
                .filter(record -> record.topic().equals(topic))
                .filter(record -> id.equals(codec.decode(record.value()).get(0)))
                .toList();
    }

    /** A field of what a record holds. */
    Object field(ConsumerRecord<String, byte[]> record, String name) {
        SpecificRecord body = codec.decode(record.value());
        return body.get(body.getSchema().getField(name).pos());
    }

    /** The names of the records about one verification on a topic, in their order. */
    List<String> namesOf(String topic, String id) {
        return recordsOf(topic, id).stream()
                .map(record -> codec.decode(record.value()).getSchema().getName())
                .toList();
    }

    /** The same, each once: after a kill a record may be published again, with the same {@code ce_id}. */
    List<String> distinctNamesOf(String topic, String id) {
        Map<String, String> names = new LinkedHashMap<>();
        recordsOf(topic, id)
                .forEach(record -> names.put(
                        new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8),
                        codec.decode(record.value()).getSchema().getName()));
        return List.copyOf(names.values());
    }

    /** The trace of each of these records. */
    static List<String> tracesOf(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> record.headers().lastHeader("traceparent"))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8).substring(3, 35))
                .toList();
    }

    void tell(String topic, String key, SpecificRecord event) {
        tell(topic, key, codec.encode(event));
    }

    void tell(String topic, String key, byte[] bytes) {
        tell(new ProducerRecord<>(topic, key, bytes));
    }

    void tell(String topic, String key, SpecificRecord event, String traceparent) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, codec.encode(event));
        record.headers().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        tell(record);
    }

    private void tell(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError("Kafka did not take the record", e);
        }
    }

    DmAttempted.Builder report(String id, int dispatch, DmOutcome outcome) {
        return DmAttempted.newBuilder()
                .setVerificationId(id)
                .setCodeVersion(1)
                .setDispatch(dispatch)
                .setAccount("demo")
                .setOutcome(outcome)
                .setRecipientUserId("2000000000000000002")
                .setRecipientHandle("bob")
                .setAttemptedAt(clock.instant())
                .setSettledAt(clock.instant());
    }

    ActivityRecorded follow(String user) {
        return ActivityRecorded.newBuilder()
                .setActivityId(UUID.randomUUID().toString())
                .setKind(ActivityKind.FOLLOW)
                .setApp("default")
                .setAccountUserId(BRAND)
                .setOtherUserId(user)
                .setOccurredAt(clock.instant())
                .setReceivedAt(clock.instant())
                .setRaw("{}")
                .build();
    }

    /** The user wrote to the brand. */
    ActivityRecorded message(String user, String text) {
        return ActivityRecorded.newBuilder(follow(user))
                .setKind(ActivityKind.DM_RECEIVED)
                .setText(text)
                .build();
    }

    boolean hasHeard(RateLimitStatus limits) {
        return RateLimitEvents.isHeard(limits, context);
    }

    /** Method and path of each endpoint for platforms. */
    List<String> endpoints() {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream()
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path.getPatternString())))
                .filter(endpoint -> endpoint.contains(" /v1/"))
                .toList();
    }

    /** How many streams and long polls are open. */
    int streams() {
        return (int) context.getBean(MeterRegistry.class)
                .get("dm.verify.streams")
                .gauge()
                .value();
    }

    /** Changes the stored state of a verification as no commit does. */
    void replaceInRedis(String id, UnaryOperator<String> change) {
        String key = Shards.verification(new VerificationId(id));
        redis().opsForValue()
                .get(key)
                .flatMap(value -> redis().opsForValue().set(key, change.apply(value), Duration.ofMinutes(5)))
                .block();
    }

    void keepInRedis(String key, String value) {
        context.getBean(ReactiveStringRedisTemplate.class)
                .opsForValue()
                .set(key, value, Duration.ofMinutes(1))
                .block();
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
        context.close();
    }

    static String sha256(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
