package com.dmverify.scenarios;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.schemas.EventCodec;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads everything that is stored: the records of every topic, the values of Redis, and the files of Kafka, Redis and the logs. */
final class StoredData {

    private static final EventCodec CODEC = new EventCodec();

    private StoredData() {}

    /**
     * A stored text.
     *
     * @param where the place where it is stored
     * @param text its characters
     */
    record StoredText(String where, String text) {}

    /** Reads every record of every topic: key, headers and bytes, and the decoded record if there is one. */
    static List<StoredText> records(int kafka) {
        Map<String, Object> to = Map.of("bootstrap.servers", "127.0.0.1:" + kafka, "auto.offset.reset", "earliest");
        try (Admin admin = Admin.create(to);
                KafkaConsumer<String, byte[]> consumer =
                        new KafkaConsumer<>(to, new StringDeserializer(), new ByteArrayDeserializer())) {
            Set<String> topics = admin.listTopics().names().get();
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<StoredText> pieces = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> pieces.addAll(pieces(record)));
            }
            return pieces;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not list its topics", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka was read", e);
        }
    }

    private static List<StoredText> pieces(ConsumerRecord<String, byte[]> record) {
        String where = record.topic() + "-" + record.partition() + "@" + record.offset();
        List<StoredText> pieces = new ArrayList<>();
        pieces.add(new StoredText(where + " key", String.valueOf(record.key())));
        record.headers()
                .forEach(header -> pieces.add(new StoredText(where + " header " + header.key(), text(header.value()))));
        pieces.add(new StoredText(where + " bytes", text(record.value())));
        try {
            pieces.add(new StoredText(where, String.valueOf(CODEC.decode(record.value()))));
        } catch (RuntimeException _) {
            // Not an Avro record of ours: the test searches its bytes.
        }
        return pieces;
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }

    /** Reads every key of Redis with its value. */
    static List<StoredText> redis(int port) {
        try (RedisClient client = RedisClient.create("redis://127.0.0.1:" + port)) {
            RedisCommands<String, String> redis = client.connect().sync();
            return redis.keys("*").stream()
                    .map(key -> new StoredText("Redis " + key, key + " " + value(redis, key)))
                    .toList();
        }
    }

    private static String value(RedisCommands<String, String> redis, String key) {
        return switch (redis.type(key)) {
            case "string" -> String.valueOf(redis.get(key));
            case "hash" -> redis.hgetall(key).toString();
            case "list" -> redis.lrange(key, 0, -1).toString();
            case "set" -> redis.smembers(key).toString();
            case "zset" -> redis.zrange(key, 0, -1).toString();
            case "stream" -> redis.xrange(key, Range.unbounded()).toString();
            default -> ""; // the key has expired meanwhile
        };
    }

    /** Lists the files of Kafka and Redis, and the log of the services. */
    static List<Path> files() {
        try (Stream<Path> data = Files.walk(SharedDeployment.DATA)) {
            Stream<Path> kept = data.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(log|aof|rdb)$"));
            return Stream.concat(Stream.of(Path.of("target", "scenarios.log")), kept)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file in both encodings: the log is UTF-8, the others are bytes. */
    static String content(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new String(bytes, ISO_8859_1) + new String(bytes, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
