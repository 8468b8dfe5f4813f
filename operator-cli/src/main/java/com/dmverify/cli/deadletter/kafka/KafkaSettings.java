package com.dmverify.cli.deadletter.kafka;

import com.dmverify.schemas.TopicNames;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The address of Kafka and the settings of its clients.
 *
 * @param bootstrapServers host:port, several with commas
 * @param given properties of Kafka's clients, for example of its security. They override the defaults here, except for
 *     those that a replay relies on
 * @param topics the prefix of the deployment's topics
 */
public record KafkaSettings(String bootstrapServers, Map<String, String> given, TopicNames topics) {

    /** Time-out of one request to a broker; a healthy broker needs much less. */
    private static final String REQUEST_MS = "5000";

    /** Time-out of one operation with all its retries: an operator waits for it. */
    static final int OPERATION_MS = 10_000;

    /** Time-out until a record is on all in-sync replicas; a change of the leader fits in. */
    private static final String DELIVERY_MS = "20000";

    /** Records that are held in memory at a time. */
    private static final String POLL_RECORDS = "500";

    /** Bytes that are held in memory at a time; a larger record is still read, alone. */
    private static final String FETCH_BYTES = String.valueOf(8 * 1024 * 1024);

    /** The limit of dm-sender and verification-api, so that a replayed record may be as large as the original. */
    private static final String LARGEST_REQUEST = String.valueOf(2 * 1024 * 1024);

    public KafkaSettings {
        given = Map.copyOf(given);
    }

    Map<String, Object> admin() {
        Map<String, Object> all = common();
        all.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, String.valueOf(OPERATION_MS));
        all.putAll(given);
        return all;
    }

    Map<String, Object> consumer() {
        Map<String, Object> all = common();
        all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, String.valueOf(OPERATION_MS));
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        all.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        all.putAll(given);
        all.remove(ConsumerConfig.GROUP_ID_CONFIG);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        // Retention may delete dead letters while they are read.
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        return all;
    }

    Map<String, Object> producer() {
        Map<String, Object> all = common();
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MS);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, String.valueOf(OPERATION_MS));
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        all.putAll(given);
        // Acknowledged means: on all in-sync replicas. The producer's own retries neither duplicate nor reorder.
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        return all;
    }

    private Map<String, Object> common() {
        Map<String, Object> all = new HashMap<>();
        all.put("bootstrap.servers", bootstrapServers);
        all.put("client.id", "dmverify");
        all.put("request.timeout.ms", REQUEST_MS);
        return all;
    }

    /** Leaves out the given properties: they may contain passwords. */
    @Override
    public String toString() {
        return "KafkaSettings[" + bootstrapServers + "]";
    }
}
