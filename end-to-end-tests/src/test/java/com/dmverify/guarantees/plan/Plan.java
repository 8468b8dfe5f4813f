package com.dmverify.guarantees.plan;

import static java.util.Comparator.comparingInt;

import com.dmverify.guarantees.deployment.Brand;
import com.dmverify.guarantees.plan.PlannedFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The persons, the faults and the poisonous records of a run, drawn from one seed. The timing is not part of the plan.
 */
public record Plan(long seed, List<Person> people, List<PlannedFault> plannedFaults, List<Poison> poisons) {

    // On average. The sandbox searches all faults at each call and accepts a thousand.
    private static final int MOST_FAULTS = 450;
    private static final double FAULTY = 0.10;
    private static final double THROTTLED = 0.01;
    private static final double UNDELIVERED = 0.03;

    /** Draws a plan; the same seed and number of people give the same plan. */
    public static Plan of(long seed, int people) {
        Random random = new Random(seed);
        double share = Math.min(1, MOST_FAULTS / (people * (FAULTY + THROTTLED + UNDELIVERED)));
        List<Person> all = IntStream.range(0, people)
                .mapToObj(number -> person(number, share, random))
                .toList();
        return new Plan(seed, all, plannedFaults(people, random), Poison.drawnBy(random, people));
    }

    private static Person person(int number, double share, Random random) {
        Persona persona = Persona.drawnBy(random);
        List<XFault> faults = new ArrayList<>();
        if (persona.exists() && random.nextDouble() < FAULTY * share) {
            faults.add(XFault.ofOneMessage(random));
        }
        if (persona.exists() && random.nextDouble() < UNDELIVERED * share) {
            faults.add(XFault.ofOneDelivery(random));
        }
        if (persona.exists() && random.nextDouble() < THROTTLED * share) {
            faults.add(XFault.throttling(random));
        }
        Brand brand = Brand.ALL.get(random.nextInt(Brand.ALL.size()));
        return new Person(number, persona, brand, persona.exists() && random.nextBoolean(), faults);
    }

    /** Every kind once; from 2,000 people on, for each 2,000, also four more kills of one sender and one more kill of both. */
    private static List<PlannedFault> plannedFaults(int people, Random random) {
        List<Kind> kinds = new ArrayList<>();
        for (int i = 0; i < Math.max(1, people / 2_000); i++) {
            kinds.addAll(List.of(Kind.values()));
            if (people >= 2_000) {
                kinds.add(Kind.BOTH_SENDERS_KILLED);
                Stream.generate(() -> Kind.SENDER_KILLED).limit(4).forEach(kinds::add);
            }
        }
        return kinds.stream()
                .map(kind -> PlannedFault.drawnBy(random, kind, people))
                .sorted(comparingInt(PlannedFault::whenStarting))
                .toList();
    }
}
