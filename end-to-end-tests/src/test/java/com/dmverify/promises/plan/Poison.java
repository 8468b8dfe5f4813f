package com.dmverify.promises.plan;

import com.dmverify.promises.stage.Brand;
import com.dmverify.schemas.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A record that nobody can ever process.
 *
 * @param number from 0
 * @param topic into which it is put
 * @param oddities of its headers
 * @param whenAsks it is put there when the person of this number asks
 * @param brand in whose partition it lies
 * @param variant which of its kind
 */
public record Poison(
        int number, Kind kind, String topic, Set<Oddity> oddities, int whenAsks, Brand brand, int variant) {

    /** No record of ours has more lengths: each of them is mutated once. */
    public static final int MOST_LENGTHS = 16;

    /** Whose only reader has nothing to do again: it counts what it cannot read, and skips it. */
    private static final Set<String> SKIPPED = Set.of(Topics.VERIFICATION_EVENTS, Topics.OPT_OUTS);

    /** Where somebody reads. */
    private static final List<String> TOPICS = List.of(
            Topics.VERIFICATION_REQUESTED,
            Topics.VERIFICATION_REQUESTED + Topics.RETRY,
            Topics.X_ACTIVITY,
            Topics.DM_ATTEMPTED,
            Topics.VERIFICATION_EVENTS,
            Topics.OPT_OUTS);

    /** What is wrong with it. */
    public enum Kind {
        RANDOM_BYTES,
        NOTHING_AT_ALL,
        CUT_SHORT,
        /** The header of the schema that belongs there, and any bytes after it. */
        RANDOM_BODY,
        /** A whole record in which one length or count is another. */
        MUTATED_LENGTH,
        OF_AN_UNKNOWN_SCHEMA,
        OF_ANOTHER_TOPIC,
        /** Well formed, of somebody whom nobody knows. */
        OF_NOBODY
    }

    /** What else is odd, and must not matter. */
    public enum Oddity {
        SUBJECT_WITHOUT_VALUE,
        TRACE_WITHOUT_VALUE,
        NOT_BEFORE_THE_YEAR_9999,
        GARBLED_ATTEMPT
    }

    public Poison {
        oddities = Set.copyOf(oddities);
    }

    /** Each kind in each topic twice, with plain headers and with odd ones, and every length mutated. */
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

    /** A terminal event and an opt-out name a person, who need not be known here. */
    private boolean isPoisonThere() {
        return kind != Kind.OF_NOBODY || !SKIPPED.contains(topic);
    }

    /** Whether its reader has to put it aside; others count it and go on. */
    public boolean isBuried() {
        return !SKIPPED.contains(topic);
    }

    private static Set<Oddity> someOddities(Random random) {
        Set<Oddity> some = EnumSet.noneOf(Oddity.class);
        while (some.isEmpty()) {
            Arrays.stream(Oddity.values()).filter(_ -> random.nextBoolean()).forEach(some::add);
        }
        return some;
    }

    /** Where its reader has to bury it. */
    public String deadLetterTopic() {
        return topic.replace(Topics.RETRY, "") + Topics.DLT;
    }
}
