package com.dmverify.schemas;

import static com.dmverify.schemas.TopicSpec.Service.DM_SENDER;
import static com.dmverify.schemas.TopicSpec.Service.VERIFICATION_API;
import static com.dmverify.schemas.TopicSpec.Service.WEBHOOK_RECEIVER;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The topics: their names, and how each is created. The name on a broker has the prefix of the deployment before it. */
public final class Topics {

    /** Asks dm-sender for one message. Key: {@link OrderKey}. */
    public static final String VERIFICATION_REQUESTED = "verification.requested";

    /** What became of the message. Key: the verification id. */
    public static final String DM_ATTEMPTED = "dm.attempted";

    /** What X reported to our webhooks. Key: the other party's user id. */
    public static final String X_ACTIVITY = "x.activity";

    /** What is left of each account's rate limits, compacted. Key: the sending account. */
    public static final String DM_RATE_LIMITS = "dm.rate-limits";

    /** The events in the life of a verification, for the platform's services. Key: the verification id. */
    public static final String VERIFICATION_EVENTS = "verification.events";

    /** What other services ask verification-api to do. Key: the command id. */
    public static final String VERIFICATION_COMMANDS = "verification.commands";

    /** Opt-outs of persons from an account, compacted. Key: account and numeric user id, joined by a colon. */
    public static final String OPT_OUTS = "opt-outs";

    /** Schemas as JSON, compacted. Key: the fingerprint, see the README. */
    public static final String SCHEMAS = "schemas";

    /** What an operator stopped, compacted. Key: what is stopped. */
    public static final String SWITCHES = "switches";

    /** From when to when a replay of webhooks was asked for, compacted. Key: the app. */
    public static final String WEBHOOK_RECOVERY = "webhook.recovery";

    /** Suffix of the topic where a reader keeps what it will try again. */
    public static final String RETRY = ".retry";

    /** Suffix of the topic where a reader puts what it can never process, with the reason in the headers. */
    public static final String DLT = ".dlt";

    /** A pending verification lives 7 days without the API: reports and activities about it are kept longer. */
    private static final Duration LONGER_THAN_A_VERIFICATION = Duration.ofDays(8);

    private static final Map<String, TopicSpec> DECLARED = new LinkedHashMap<>();

    static {
        readBy(VERIFICATION_API, TopicSpec.kept(VERIFICATION_COMMANDS, Duration.ofDays(1), VERIFICATION_API));
        readBy(DM_SENDER, TopicSpec.kept(VERIFICATION_REQUESTED, Duration.ofDays(1), VERIFICATION_API));
        readBy(VERIFICATION_API, TopicSpec.kept(DM_ATTEMPTED, LONGER_THAN_A_VERIFICATION, DM_SENDER));
        readBy(VERIFICATION_API, TopicSpec.kept(X_ACTIVITY, LONGER_THAN_A_VERIFICATION, WEBHOOK_RECEIVER));
        declare(TopicSpec.kept(VERIFICATION_EVENTS, Duration.ofDays(30), VERIFICATION_API));
        declare(TopicSpec.compacted(DM_RATE_LIMITS, TopicSpec.PARTITIONS, DM_SENDER));
        declare(TopicSpec.compacted(OPT_OUTS, TopicSpec.PARTITIONS, VERIFICATION_API));
        declare(TopicSpec.compacted(SWITCHES, TopicSpec.PARTITIONS, VERIFICATION_API));
        declare(TopicSpec.compacted(WEBHOOK_RECOVERY, TopicSpec.PARTITIONS, WEBHOOK_RECEIVER));
        // Every service reads it from the beginning: one partition is one order, and there are few records.
        declare(TopicSpec.compacted(SCHEMAS, 1, VERIFICATION_API));
    }

    private Topics() {}

    /** Every topic but those of single tenants. */
    public static List<TopicSpec> all() {
        return List.copyOf(DECLARED.values());
    }

    /**
     * The topic of this name, without prefix.
     *
     * @throws IllegalArgumentException if it is not declared here
     */
    public static TopicSpec spec(String name) {
        TopicSpec spec = DECLARED.get(name);
        if (spec == null) {
            throw new IllegalArgumentException("Topic " + name + " is not declared in Topics");
        }
        return spec;
    }

    /**
     * The tenant's own topic beside this one, which is created like it: {@code <topic>.<tenant>}, and {@code
     * <topic>.<tenant>.retry} beside {@code <topic>.retry}.
     */
    public static TopicSpec ofTenant(String topic, String tenant) {
        String suffix = topic.endsWith(RETRY) ? RETRY : topic.endsWith(DLT) ? DLT : "";
        String main = topic.substring(0, topic.length() - suffix.length());
        return spec(topic).named(main + "." + tenant + suffix);
    }

    /** A topic whose first reader tries records again, or gives them up. */
    private static void readBy(TopicSpec.Service reader, TopicSpec spec) {
        declare(spec);
        declare(spec.retryOf(reader));
        declare(spec.deadLettersOf(reader));
    }

    private static void declare(TopicSpec spec) {
        DECLARED.put(spec.name(), spec);
    }
}
