package com.dmverify.guarantees;

import com.dmverify.guarantees.evidence.DeadLetter;
import com.dmverify.guarantees.plan.Poison;
import com.dmverify.guarantees.poison.Poisoner.Put;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A record that its reader cannot process becomes a dead letter with unchanged bytes and a cause, and has no other effect.
 * {@link EveryRequestEndsOnce} checks that the records behind it are processed.
 */
final class PoisonStopsNoPartition implements Guarantee {

    @Override
    public List<String> violations(Evidence soFar) {
        List<String> broken = new ArrayList<>();
        for (DeadLetter letter : soFar.kafka().deadLetters()) {
            Optional<Put> put = letter.poison().map(soFar.poisoner().put()::get);
            if (put.isEmpty()) {
                broken.add("unexpected dead letter: " + letter);
            } else if (!isAsItWas(letter, put.get())) {
                broken.add(String.format(Locale.ROOT, "%s became the dead letter %s", put.get(), letter));
            }
        }
        soFar.x().dms().stream()
                .filter(dm -> dm.to().equals(soFar.poisoner().bystander()))
                .forEach(dm -> broken.add("a poisonous record caused a message: " + dm));
        return broken;
    }

    private static boolean isAsItWas(DeadLetter letter, Put put) {
        return letter.topic().equals(put.poison().deadLetterTopic())
                && letter.content().equals(put.content())
                && letter.origin().startsWith(put.poison().topic() + "-")
                && !letter.cause().isBlank();
    }

    @Override
    public List<String> missing(Evidence all) {
        Set<Integer> inDeadLetters = all.kafka().deadLetters().stream()
                .flatMap(letter -> letter.poison().stream())
                .collect(Collectors.toSet());
        return all.poisoner().put().values().stream()
                .map(Put::poison)
                .filter(Poison::goesToDeadLetters)
                .filter(poison -> !inDeadLetters.contains(poison.number()))
                .map(poison -> String.format(Locale.ROOT, "%s is not in %s", poison, poison.deadLetterTopic()))
                .toList();
    }
}
