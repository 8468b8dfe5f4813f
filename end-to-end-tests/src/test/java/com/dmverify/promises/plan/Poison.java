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
 */
public record Poison(int number, Kind kind, String topic, Set<Oddity> oddities, int whenAsks, Brand brand) {

    /** Where somebody reads. */
    private static final List<String> TOPICS = List.of(
            Topics.VERIFICATION_REQUESTED,
            Topics.VERIFICATION_REQUESTED + Topics.RETRY,
            Topics.X_ACTIVITY,
            Topics.DM_ATTEMPTED);

    /** What is wrong with it. */
    public enum Kind {
        RANDOM_BYTES,
        NOTHING_AT_ALL,
        CUT_SHORT,
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

    /** Each kind in each topic twice: with plain headers, and with odd ones. */
    static List<Poison> drawnBy(Random random, int people) {
        List<Poison> all = new ArrayList<>();
        for (String topic : TOPICS) {
            for (Kind kind : Kind.values()) {
                all.add(drawn(all.size(), kind, topic, EnumSet.noneOf(Oddity.class), people, random));
                all.add(drawn(all.size(), kind, topic, someOddities(random), people, random));
            }
        }
        return all;
    }

    private static Poison drawn(int number, Kind kind, String topic, Set<Oddity> oddities, int people, Random random) {
        Brand brand = Brand.ALL.get(random.nextInt(Brand.ALL.size()));
        return new Poison(number, kind, topic, oddities, random.nextInt(people), brand);
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
