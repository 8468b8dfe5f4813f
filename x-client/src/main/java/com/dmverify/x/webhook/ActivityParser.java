package com.dmverify.x.webhook;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.x.json.Json;
import com.dmverify.x.json.UnexpectedJsonException;
import com.dmverify.x.webhook.Activity.Kind;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Parses X's webhook deliveries of both families: Account Activity and X Activity. An event that is unknown, is not as
 * documented, has an impossible time, or is for an account of another app becomes {@link Kind#OTHER}. Thread-safe.
 */
public final class ActivityParser {

    private final InstantSource clock;

    /** A parser on the system's clock. */
    public ActivityParser() {
        this(InstantSource.system());
    }

    /** A parser; events without a time stamp get the clock's time. */
    public ActivityParser(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The activities of one delivery, at least one. Throws {@link MalformedActivityException} if it is not a JSON
     * object.
     */
    public List<Activity> parse(byte[] json) {
        return parse(json, new ParsingContext(clock.instant(), null, OurAccounts.UNKNOWN));
    }

    /** The same; messages that one of these accounts sent get fingerprints of their numbers. */
    public List<Activity> parse(byte[] json, CodeFingerprints fingerprints, OurAccounts accounts) {
        return parse(json, new ParsingContext(clock.instant(), fingerprints, accounts));
    }

    private static List<Activity> parse(byte[] json, ParsingContext context) {
        JsonNode root = object(json);
        return WebhookDelivery.events(root)
                .map(delivered -> ActivityReader.of(delivered, context))
                .toList();
    }

    private static JsonNode object(byte[] json) {
        try {
            JsonNode root = Json.parse(json);
            if (root.isObject()) {
                return root;
            }
        } catch (UnexpectedJsonException _) {
            // Handled below.
        }
        throw new MalformedActivityException("a delivery is one JSON object");
    }
}
