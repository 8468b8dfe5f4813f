package com.dmverify.benchmarks.deployment;

import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.machine.RunningProgram;
import com.dmverify.x.OAuth1Credentials;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The sandbox as X, in a JVM of its own, with X's limits lifted. */
public final class Sandbox implements AutoCloseable {

    /** What dm-sender calls the account. */
    public static final String ACCOUNT = "demo";

    /** The account that the sandbox ships with. */
    public static final String BRAND_HANDLE = "dmverify_demo";

    /** Its id. */
    public static final String BRAND_ID = "1000000000000000001";

    /** The credentials that the account signs with. */
    public static final OAuth1Credentials BRAND = new OAuth1Credentials(
            "sandbox-consumer-key", "sandbox-consumer-secret", BRAND_ID + "-sandbox", "sandbox-token-secret");

    private final RunningProgram program;
    private final JsonClient client;

    /** Starts the sandbox and returns when it answers. */
    public Sandbox(Launch launch) {
        this(launch, "512m");
    }

    /** With so much heap: the sandbox keeps every message. */
    public Sandbox(Launch launch, String heap) {
        program = launch.run(Programs.sandbox().heap(heap));
        client = new JsonClient(program.url());
    }

    public URI url() {
        return program.url();
    }

    public long pid() {
        return program.pid();
    }

    /** Makes so many users, who take messages from everyone, and returns their ids. */
    public List<String> users(int count) {
        client.send(
                "POST", "/sandbox/users/bulk", String.format(Locale.ROOT, "{\"count\": %d, \"prefix\": \"u\"}", count));
        List<String> ids = new ArrayList<>();
        for (JsonNode user : client.get("/sandbox/users?prefix=u&limit=" + count)) {
            ids.add(user.get("id").asString());
        }
        return ids;
    }

    /** What the sandbox has counted so far. */
    public Stats stats() {
        JsonNode stats = client.get("/sandbox/stats");
        return new Stats(
                stats.get("dms").asLong(),
                stats.get("duplicates").asLong(),
                stats.get("rejected").toString());
    }

    @Override
    public void close() {
        program.close();
    }

    /**
     * Counters of the sandbox.
     *
     * @param dms accepted messages
     * @param duplicates second messages with the same text to the same user
     * @param rejected refusals by status, as JSON
     */
    public record Stats(long dms, long duplicates, String rejected) {}
}
