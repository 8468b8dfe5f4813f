package com.dmverify.promises.evidence;

import com.dmverify.allinone.Http;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The sandbox's own record of what was sent and refused. */
public final class XRecord {

    // Ids are made a moment before a message can be seen, so a look begins a while before the newest one known.
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private final Http sandbox;
    private final Map<String, Dm> dms = new ConcurrentHashMap<>();
    private Instant newest = Instant.EPOCH;

    public XRecord(Http sandbox) {
        this.sandbox = sandbox;
    }

    /** Looks for new messages, and answers those. */
    public synchronized List<Dm> look() {
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

    /** Every message seen so far, by its id. */
    public Map<String, Dm> byId() {
        return dms;
    }

    public Collection<Dm> dms() {
        return dms.values();
    }

    /** Messages with the same text to the same user, beyond the first. */
    public int duplicates() {
        return stats().at("/duplicates").asInt();
    }

    /** Calls beyond the budget: all 429s but those that were ordered. */
    public int overdrawn() {
        // In this order: an order that is used between the two looks must not count as overdrawn.
        int refused = stats().at("/rejected/429").asInt();
        return refused - used("too_many_requests") - used("too_many_requests_no_headers");
    }

    /** How many ordered troubles of this name were met; each was ordered for one time. */
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
