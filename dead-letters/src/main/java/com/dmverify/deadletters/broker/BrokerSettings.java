package com.dmverify.deadletters.broker;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Which Kafka, and how it is spoken to.
 *
 * @param bootstrapServers host:port, several with commas
 * @param given properties of Kafka's clients, for example of its security. They overrule ours, except for what a replay
 *     relies on
 */
public record BrokerSettings(String bootstrapServers, Map<String, String> given) {

    /** One request to a broker. A broker that needs longer is in trouble. */
    private static final String REQUEST_MS = "5000";

    /** One question with all its repetitions: somebody sits in front of the terminal. */
    static final int ANSWER_MS = 10_000;

    /** How long a record may take to be on all in-sync replicas; a change of the leader fits in. */
    private static final String DELIVERY_MS = "20000";

    /** Records that are held at a time. */
    private static final String POLL_RECORDS = "500";

    /** Bytes that are held at a time, whatever their number; a larger record still comes, alone. */
    private static final String FETCH_BYTES = String.valueOf(8 * 1024 * 1024);

    /** As dm-sender and verification-api: a record goes back as large as it came. */
    private static final String LARGEST_REQUEST = String.valueOf(2 * 1024 * 1024);

    public BrokerSettings {
        given = Map.copyOf(given);
    }

    Map<String, Object> admin() {
        Map<String, Object> all = common();
        all.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, String.valueOf(ANSWER_MS));
        all.putAll(given);
        return all;
    }

    Map<String, Object> consumer() {
        Map<String, Object> all = common();
        all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, String.valueOf(ANSWER_MS));
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        all.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        all.putAll(given);
        all.remove(ConsumerConfig.GROUP_ID_CONFIG);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        // Letters may go by retention while we read.
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        return all;
    }

    Map<String, Object> producer() {
        Map<String, Object> all = common();
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MS);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, String.valueOf(ANSWER_MS));
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        all.putAll(given);
        // Acknowledged means: on all in-sync replicas. The producer's own repetitions neither double nor reorder.
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        return all;
    }

    private Map<String, Object> common() {
        Map<String, Object> all = new HashMap<>();
        all.put("bootstrap.servers", bootstrapServers);
        all.put("client.id", "dlt");
        all.put("request.timeout.ms", REQUEST_MS);
        return all;
    }

    /** Without what was given: there may be passwords in it. */
    @Override
    public String toString() {
        return "BrokerSettings[" + bootstrapServers + "]";
    }
}
