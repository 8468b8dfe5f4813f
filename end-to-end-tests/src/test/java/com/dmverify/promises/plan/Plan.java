package com.dmverify.promises.plan;

import static java.util.Comparator.comparingInt;

import com.dmverify.promises.plan.Misfortune.Kind;
import com.dmverify.promises.stage.Brand;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who asks what of whom, what X has trouble with and what breaks when: all of it drawn from one seed. How the services
 * meet it in time is theirs.
 */
public record Plan(long seed, List<Person> people, List<Misfortune> misfortunes, List<Poison> poisons) {

    // On average: the sandbox looks through all of them at each call, and takes a thousand.
    private static final int MOST_TROUBLES = 450;
    private static final double TROUBLED = 0.10;
    private static final double THROTTLED = 0.01;
    private static final double UNTOLD = 0.03;

    /** The same plan for the same seed and number. */
    public static Plan of(long seed, int people) {
        Random random = new Random(seed);
        double share = Math.min(1, MOST_TROUBLES / (people * (TROUBLED + THROTTLED + UNTOLD)));
        List<Person> all = IntStream.range(0, people)
                .mapToObj(number -> person(number, share, random))
                .toList();
        return new Plan(seed, all, misfortunes(people, random), Poison.drawnBy(random, people));
    }

    private static Person person(int number, double share, Random random) {
        Persona persona = Persona.drawnBy(random);
        List<Trouble> troubles = new ArrayList<>();
        if (persona.exists() && random.nextDouble() < TROUBLED * share) {
            troubles.add(Trouble.ofOneMessage(random));
        }
        if (persona.exists() && random.nextDouble() < UNTOLD * share) {
            troubles.add(Trouble.ofOneDelivery(random));
        }
        if (persona.exists() && random.nextDouble() < THROTTLED * share) {
            troubles.add(Trouble.throttling(random));
        }
        Brand brand = Brand.ALL.get(random.nextInt(Brand.ALL.size()));
        return new Person(number, persona, brand, persona.exists() && random.nextBoolean(), troubles);
    }

    /** For each two thousand people five senders (three if there are fewer), twice both, and everything else once. */
    private static List<Misfortune> misfortunes(int people, Random random) {
        List<Kind> kinds = new ArrayList<>();
        for (int i = 0; i < Math.max(1, people / 2_000); i++) {
            kinds.addAll(List.of(Kind.values()));
            kinds.add(Kind.BOTH_SENDERS_KILLED);
            Stream.generate(() -> Kind.SENDER_KILLED)
                    .limit(people < 2_000 ? 2 : 4)
                    .forEach(kinds::add);
        }
        return kinds.stream()
                .map(kind -> Misfortune.drawnBy(random, kind, people))
                .sorted(comparingInt(Misfortune::whenAsks))
                .toList();
    }
}
