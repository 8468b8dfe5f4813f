package com.dmverify.promises;

import com.dmverify.promises.evidence.DeadLetter;
import com.dmverify.promises.plan.Poison;
import com.dmverify.promises.poison.Poisoner.Put;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A record that nobody can process is put aside as it was, with the reason, at least once, and nothing comes of it; that
 * everybody behind it gets a verdict is for the others to see.
 */
final class NoPoisonStopsAnybody implements Promise {

    @Override
    public List<String> broken(Evidence soFar) {
        List<String> broken = new ArrayList<>();
        for (DeadLetter letter : soFar.heard().deadLetters()) {
            Optional<Put> put = letter.poison().map(soFar.poisoner().put()::get);
            if (put.isEmpty()) {
                broken.add("nobody meant this to be a dead letter: " + letter);
            } else if (!isAsItWas(letter, put.get())) {
                broken.add(String.format(Locale.ROOT, "%s became %s", put.get(), letter));
            }
        }
        soFar.x().dms().stream()
                .filter(dm -> dm.to().equals(soFar.poisoner().bystander()))
                .forEach(dm -> broken.add("poison became a message: " + dm));
        return broken;
    }

    private static boolean isAsItWas(DeadLetter letter, Put put) {
        return letter.topic().equals(put.poison().deadLetterTopic())
                && letter.content().equals(put.content())
                && letter.origin().startsWith(put.poison().topic() + "-")
                && !letter.cause().isBlank();
    }

    @Override
    public List<String> owed(Evidence all) {
        Set<Integer> buried = all.heard().deadLetters().stream()
                .flatMap(letter -> letter.poison().stream())
                .collect(Collectors.toSet());
        return all.poisoner().put().values().stream()
                .map(Put::poison)
                .filter(Poison::isBuried)
                .filter(poison -> !buried.contains(poison.number()))
                .map(poison -> String.format(Locale.ROOT, "%s is not in %s", poison, poison.deadLetterTopic()))
                .toList();
    }
}
