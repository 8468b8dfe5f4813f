package com.dmverify.guarantees.evidence;

import com.dmverify.cli.story.Http;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Reads from the sandbox which messages X accepted and which calls it rejected. */
public final class SandboxRecording {

    // A message gets its id a moment before it can be read, so each poll begins before the newest known message.
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private final Http sandbox;
    private final Map<String, Dm> dms = new ConcurrentHashMap<>();
    private Instant newest = Instant.EPOCH;

    public SandboxRecording(Http sandbox) {
        this.sandbox = sandbox;
    }

    /** Polls the sandbox and returns the new messages. */
    public synchronized List<Dm> poll() {
        String since = newest.equals(Instant.EPOCH) ? "" : "?limit=1000000&since=" + newest.minus(OVERLAP);
        List<Dm> fresh = new ArrayList<>();
        for (JsonNode json : sandbox.get("/sandbox/dms" + since).body()) {
            Dm dm = Dm.of(json);
            if (dms.put(dm.id(), dm) == null) {
                fresh.add(dm);
                newest = dm.at().isAfter(newest) ? dm.at() : newest;
            }
        }
        return fresh;
    }

    /** Every message so far, by its id. */
    public Map<String, Dm> byId() {
        return dms;
    }

    public Collection<Dm> dms() {
        return dms.values();
    }

    /** The number of messages that repeat a text to the same user. */
    public int duplicates() {
        return stats().at("/duplicates").asInt();
    }

    /** The number of calls beyond the limit: all 429s without those of injected faults. */
    public int callsBeyondLimit() {
        // In this order, so that a fault that is used between the two reads does not count as a call beyond the limit.
        int refused = stats().at("/rejected/429").asInt();
        return refused - used("too_many_requests") - used("too_many_requests_no_headers");
    }

    /** The number of used faults of this name; each was injected for one call. */
    private int used(String fault) {
        int used = 0;
        for (JsonNode ordered : sandbox.get("/sandbox/faults").body()) {
            used += ordered.get("name").asString().equals(fault)
                            && ordered.get("count").asInt() == 0
                    ? 1
                    : 0;
        }
        return used;
    }

    private JsonNode stats() {
        return sandbox.get("/sandbox/stats").body();
    }
}
