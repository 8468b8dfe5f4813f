package com.dmverify.guarantees;

import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * X accepts at most one message for each verification and code version, so no person gets the same code twice. The messages
 * that dm-sender reports are those that X has.
 */
final class NoSecondDm implements Guarantee {

    /** Identifies a message: each verification and code version has its own code. */
    private record Message(String reader, String code) {}

    @Override
    public List<String> violations(Evidence soFar) {
        List<String> broken = new ArrayList<>();
        soFar.x().dms().stream().collect(Collectors.groupingBy(dm -> new Message(dm.to(), dm.code()))).values().stream()
                .filter(same -> same.size() > 1)
                .forEach(same -> broken.add("sent more than once: " + same));
        if (soFar.x().duplicates() > 0) {
            broken.add(String.format(
                    Locale.ROOT, "X counts %d duplicates", soFar.x().duplicates()));
        }
        soFar.kafka().attempts().forEach((order, answers) -> {
            if (answers.size() > 1) {
                broken.add(String.format(Locale.ROOT, "%s has different outcomes: %s", order, answers));
            }
        });
        return broken;
    }

    @Override
    public List<String> missing(Evidence all) {
        Set<String> announced = valuesOf(all.outcomes(), DmAttempted::getDmEventId);
        Set<String> unclear = valuesOf(
                all.outcomes().filter(outcome -> outcome.getOutcome() != DmOutcome.SENT && mayBeOut(outcome)),
                DmAttempted::getRecipientUserId);
        List<String> missing = new ArrayList<>();
        announced.stream()
                .filter(id -> !all.x().byId().containsKey(id))
                .forEach(id ->
                        missing.add(String.format(Locale.ROOT, "message %s was reported, but X does not have it", id)));
        all.x().dms().stream()
                .filter(dm -> !announced.contains(dm.id()) && !unclear.contains(dm.to()))
                .forEach(dm -> missing.add(String.format(Locale.ROOT, "X has %s, but no report names it", dm)));
        return missing;
    }

    /** The sender gave up while X may have accepted the message, and reported so. */
    private static boolean mayBeOut(DmAttempted outcome) {
        return outcome.getMayBeOut();
    }

    private static Set<String> valuesOf(Stream<DmAttempted> outcomes, Function<DmAttempted, String> field) {
        return outcomes.map(field).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
