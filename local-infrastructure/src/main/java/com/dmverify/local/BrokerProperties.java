package com.dmverify.local;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The broker's configuration: one node that is broker and controller, small in memory, quick to start, with short
 * time-outs. Names as in "Broker Configs" of the Kafka documentation.
 */
final class BrokerProperties {

    static final String NODE = "1";
    static final String CONTROLLER = "CONTROLLER";
    private static final String HOST = "127.0.0.1:";
    // Two buffers of a cleaner thread; Kafka refuses less than 1 MiB for each, and takes 128 MiB by default.
    private static final String CLEANER_BYTES = String.valueOf(2 * 1024 * 1024 + 2);
    private static final String INDEX_BYTES = String.valueOf(1024 * 1024);

    private BrokerProperties() {}

    static Map<String, String> of(int port, int controllerPort, DataDirectory data, Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>();
        place(all, port, controllerPort, data);
        oneReplicaOfEverything(all);
        smallAndQuick(all);
        all.putAll(settings);
        return all;
    }

    private static void place(Map<String, String> all, int port, int controllerPort, DataDirectory data) {
        all.put("process.roles", "broker,controller");
        all.put("node.id", NODE);
        all.put("controller.quorum.voters", NODE + "@" + HOST + controllerPort);
        all.put("controller.listener.names", CONTROLLER);
        all.put("listeners", "PLAINTEXT://" + HOST + port + "," + CONTROLLER + "://" + HOST + controllerPort);
        all.put("advertised.listeners", "PLAINTEXT://" + HOST + port);
        all.put("log.dirs", data.path().toString());
    }

    private static void oneReplicaOfEverything(Map<String, String> all) {
        all.put("default.replication.factor", "1");
        all.put("offsets.topic.replication.factor", "1");
        all.put("offsets.topic.num.partitions", "1");
        all.put("transaction.state.log.replication.factor", "1");
        all.put("transaction.state.log.min.isr", "1");
        all.put("transaction.state.log.num.partitions", "1");
        all.put("share.coordinator.state.topic.replication.factor", "1");
        all.put("share.coordinator.state.topic.min.isr", "1");
        all.put("share.coordinator.state.topic.num.partitions", "1");
    }

    private static void smallAndQuick(Map<String, String> all) {
        all.put("auto.create.topics.enable", "true");
        all.put("group.initial.rebalance.delay.ms", "0");
        // After a kill the broker registers when its former session has ended: 9 s by default. A shorter session would
        // be
        // lost when a busy machine pauses.
        all.put("broker.session.timeout.ms", "4000");
        all.put("broker.heartbeat.interval.ms", "500");
        all.put("num.network.threads", "2");
        all.put("num.io.threads", "4");
        all.put("background.threads", "1");
        all.put("group.coordinator.threads", "1");
        all.put("share.coordinator.threads", "1");
        all.put("log.cleaner.dedupe.buffer.size", CLEANER_BYTES);
        all.put("log.index.size.max.bytes", INDEX_BYTES);
    }
}
