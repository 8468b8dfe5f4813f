package com.dmverify.benchmarks.ground;

import com.dmverify.benchmarks.machine.FreePort;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.machine.Program;
import com.dmverify.sandbox.XSandbox;
import com.dmverify.x.OAuth1Credentials;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The sandbox as X, in a JVM of its own, with X's limits lifted. */
public final class Sandbox implements Service {

    /** The account that it ships with. */
    public static final String BRAND_HANDLE = "dmverify_demo";

    /** Its id. */
    public static final String BRAND_ID = "1000000000000000001";

    /** What that account signs with. */
    public static final OAuth1Credentials BRAND = new OAuth1Credentials(
            "sandbox-consumer-key", "sandbox-consumer-secret", BRAND_ID + "-sandbox", "sandbox-token-secret");

    private final URI url = URI.create("http://127.0.0.1:" + FreePort.any());
    private final Program program;
    private final Doors doors = new Doors(url);

    /** Starts it, and returns when it answers. */
    public Sandbox(Launch launch) {
        this(launch, "512m");
    }

    /** With so much heap: it keeps every message. */
    public Sandbox(Launch launch, String heap) {
        program = launch.program("x-sandbox", "x-sandbox", XSandbox.class.getName())
                .heap(heap)
                .with("server.port", url.getPort())
                .with("x-sandbox.tls.port", -1)
                .with("x-sandbox.limits.dm-15min", 0)
                .with("x-sandbox.limits.dm-24h", 0)
                .with("x-sandbox.limits.dm-24h-app", 0)
                .with("x-sandbox.limits.reads", false)
                .start()
                .awaitReady(url.resolve("/sandbox/stats"));
    }

    public URI url() {
        return url;
    }

    @Override
    public long pid() {
        return program.pid();
    }

    /** Makes so many users, who take messages from everyone, and tells their ids. */
    public List<String> users(int count) {
        doors.send(
                "POST", "/sandbox/users/bulk", String.format(Locale.ROOT, "{\"count\": %d, \"prefix\": \"u\"}", count));
        List<String> ids = new ArrayList<>();
        for (JsonNode user : doors.get("/sandbox/users?prefix=u&limit=" + count)) {
            ids.add(user.get("id").asString());
        }
        return ids;
    }

    /** What it has seen so far. */
    public Stats stats() {
        JsonNode stats = doors.get("/sandbox/stats");
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
     * X's own record.
     *
     * @param dms accepted messages
     * @param duplicates second messages with the same text to the same user
     * @param rejected refusals by status, as JSON
     */
    public record Stats(long dms, long duplicates, String rejected) {}
}
