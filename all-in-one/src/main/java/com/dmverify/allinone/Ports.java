package com.dmverify.allinone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The ports of all parts.
 *
 * @param api verification-api
 * @param webhook webhook-receiver
 * @param sender dm-sender
 * @param sandbox x-sandbox
 * @param sandboxTls x-sandbox with TLS
 * @param kafka the Kafka broker
 * @param redis the Redis server
 */
public record Ports(int api, int webhook, int sender, int sandbox, int sandboxTls, int kafka, int redis) {

    private static final int MANAGEMENT = 1000;
    private static final int LOWEST_OFFSET = 2_000;
    private static final int HIGHEST_OFFSET = 22_000;
    private static final int ATTEMPTS = 100;

    /** The documented ports, all moved up by the same offset. */
    public static Ports documented(int offset) {
        return new Ports(
                8080 + offset,
                8081 + offset,
                8082 + offset,
                8090 + offset,
                8453 + offset,
                9092 + offset,
                6379 + offset);
    }

    /** The management port of the service on this port. */
    public static int managementOf(int port) {
        return port + MANAGEMENT;
    }

    /**
     * Checks that all ports are free.
     *
     * @throws IllegalStateException that names the first used port and says what to do
     */
    void requireFree() {
        named().forEach((name, port) -> {
            if (isTaken(port)) {
                throw new IllegalStateException("Port " + port + " (" + name
                        + ") is taken. Stop what uses it, or move all ports:" + " ./quickstart --port-offset=1000");
            }
        });
    }

    private static boolean isTaken(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    private Map<String, Integer> named() {
        Map<String, Integer> named = new LinkedHashMap<>();
        named.put("verification-api", api);
        named.put("webhook-receiver", webhook);
        named.put("dm-sender", sender);
        named.put("management of verification-api", managementOf(api));
        named.put("management of webhook-receiver", managementOf(webhook));
        named.put("management of dm-sender", managementOf(sender));
        named.put("x-sandbox", sandbox);
        named.put("x-sandbox with TLS", sandboxTls);
        named.put("Kafka", kafka);
        named.put("Redis", redis);
        return named;
    }

    /**
     * Returns ports that are free now. They lie below the range for outgoing connections (Linux: 32768 and up), so that no
     * outgoing connection uses one of them before its server starts.
     */
    public static Ports free() {
        return ThreadLocalRandom.current()
                .ints(LOWEST_OFFSET, HIGHEST_OFFSET)
                .limit(ATTEMPTS)
                .mapToObj(Ports::documented)
                .filter(ports -> ports.named().values().stream().noneMatch(Ports::isTaken))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Found no free ports below 32768"));
    }
}
