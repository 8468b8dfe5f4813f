package com.dmverify.api.store;

import com.dmverify.api.timeline.Timeline;
import com.dmverify.api.verification.Verification;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A verification as it was read.
 *
 * @param version how often it was committed: what a commit compares
 * @param timeline what happened to it so far
 * @param unknown fields that this version does not know and keeps
 */
record StoredVerification(Verification verification, long version, Timeline timeline, Map<String, JsonNode> unknown) {

    StoredVerification {
        unknown = Map.copyOf(unknown);
    }
}
