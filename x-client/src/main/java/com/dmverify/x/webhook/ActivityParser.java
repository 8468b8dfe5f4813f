package com.dmverify.x.webhook;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.x.json.Json;
import com.dmverify.x.json.UnexpectedJsonException;
import com.dmverify.x.webhook.Activity.Kind;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Reads what X delivers, of both families: Account Activity and X Activity. An event that is unknown, is not as
 * documented, is of no time of X's, or is for an account of another app, becomes {@link Kind#OTHER} and is not lost. Thread-safe.
 */
public final class ActivityParser {

    private final InstantSource clock;

    /** A parser on the system's clock. */
    public ActivityParser() {
        this(InstantSource.system());
    }

    /** A parser; the clock dates events that X does not date. */
    public ActivityParser(InstantSource clock) {
        this.clock = clock;
    }

    /** The activities of one delivery, at least one. Throws {@link MalformedActivityException} if it is no JSON object. */
    public List<Activity> parse(byte[] json) {
        return parse(json, new Reading(clock.instant(), null, OurAccounts.UNKNOWN));
    }

    /** The same; of messages that one of these accounts sent, these digests are kept. */
    public List<Activity> parse(byte[] json, CodeFingerprints digits, OurAccounts accounts) {
        return parse(json, new Reading(clock.instant(), digits, accounts));
    }

    private static List<Activity> parse(byte[] json, Reading reading) {
        JsonNode root = object(json);
        return Delivery.occurrences(root)
                .map(occurrence -> Activities.of(occurrence, reading))
                .toList();
    }

    private static JsonNode object(byte[] json) {
        try {
            JsonNode root = Json.parse(json);
            if (root.isObject()) {
                return root;
            }
        } catch (UnexpectedJsonException _) {
            // Said below.
        }
        throw new MalformedActivityException("a delivery is one JSON object");
    }
}
