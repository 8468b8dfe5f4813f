package com.dmverify.guarantees.plan;

import com.dmverify.guarantees.deployment.Brand;
import com.dmverify.schemas.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A record that its reader can never process.
 *
 * @param number counted from 0
 * @param topic the topic to which it is sent
 * @param oddities unusual headers
 * @param whenStarting it is sent when the person of this number starts a verification
 * @param brand its key
 * @param variant counts the records of one kind in one topic
 */
public record Poison(
        int number, Kind kind, String topic, Set<Oddity> oddities, int whenStarting, Brand brand, int variant) {

    /** The largest number of lengths in one of our records: each of them is mutated once. */
    public static final int MOST_LENGTHS = 16;

    /** Topics whose reader counts the records that it cannot read and skips them. */
    private static final Set<String> SKIPPED = Set.of(Topics.VERIFICATION_EVENTS, Topics.OPT_OUTS);

    /** The topics that a service reads. */
    private static final List<String> TOPICS = List.of(
            Topics.VERIFICATION_REQUESTED,
            Topics.VERIFICATION_REQUESTED + Topics.RETRY,
            Topics.X_ACTIVITY,
            Topics.DM_ATTEMPTED,
            Topics.VERIFICATION_EVENTS,
            Topics.OPT_OUTS);

    /** What is wrong with a record. */
    public enum Kind {
        RANDOM_BYTES,
        NULL_VALUE,
        CUT_SHORT,
        /** The right schema header, followed by random bytes. */
        RANDOM_BODY,
        /** A complete record with one wrong length or count. */
        MUTATED_LENGTH,
        OF_AN_UNKNOWN_SCHEMA,
        OF_ANOTHER_TOPIC,
        /** A well-formed record about an account, person or verification that does not exist. */
        OF_UNKNOWN_PERSON
    }

    /** Unusual headers that must not matter. */
    public enum Oddity {
        SUBJECT_WITHOUT_VALUE,
        TRACE_WITHOUT_VALUE,
        NOT_BEFORE_THE_YEAR_9999,
        GARBLED_ATTEMPT
    }

    public Poison {
        oddities = Set.copyOf(oddities);
    }

    /** Draws each kind for each topic twice, with usual and with unusual headers, and mutates every length. */
    static List<Poison> drawnBy(Random random, int people) {
        List<Poison> all = new ArrayList<>();
        for (String topic : TOPICS) {
            for (Kind kind : Kind.values()) {
                int variants = kind == Kind.MUTATED_LENGTH ? MOST_LENGTHS : 2;
                for (int variant = 0; variant < variants; variant++) {
                    Set<Oddity> oddities = variant % 2 == 0 ? EnumSet.noneOf(Oddity.class) : someOddities(random);
                    Brand brand = Brand.ALL.get(random.nextInt(Brand.ALL.size()));
                    all.add(new Poison(all.size(), kind, topic, oddities, random.nextInt(people), brand, variant));
                }
            }
        }
        return all.stream().filter(Poison::isPoisonThere).toList();
    }

    /** A terminal event or an opt-out about an unknown person is valid. */
    private boolean isPoisonThere() {
        return kind != Kind.OF_UNKNOWN_PERSON || !SKIPPED.contains(topic);
    }

    /** Whether its reader has to write it to the dead letters; otherwise the reader counts and skips it. */
    public boolean goesToDeadLetters() {
        return !SKIPPED.contains(topic);
    }

    private static Set<Oddity> someOddities(Random random) {
        Set<Oddity> some = EnumSet.noneOf(Oddity.class);
        while (some.isEmpty()) {
            Arrays.stream(Oddity.values()).filter(_ -> random.nextBoolean()).forEach(some::add);
        }
        return some;
    }

    /** The dead letter topic of its reader. */
    public String deadLetterTopic() {
        return topic.replace(Topics.RETRY, "") + Topics.DLT;
    }
}
