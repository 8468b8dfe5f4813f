package com.dmverify.promises;

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
 * At most one visible message for each verification and generation: nobody gets the same code twice. And what the sender
 * says of messages is what X has.
 */
final class NoSecondDm implements Promise {

    /** One reader's message, by what makes it the same one: each verification and generation has a code of its own. */
    private record Message(String reader, String code) {}

    @Override
    public List<String> broken(Evidence soFar) {
        List<String> broken = new ArrayList<>();
        soFar.x().dms().stream().collect(Collectors.groupingBy(dm -> new Message(dm.to(), dm.code()))).values().stream()
                .filter(same -> same.size() > 1)
                .forEach(same -> broken.add("sent more than once: " + same));
        if (soFar.x().duplicates() > 0) {
            broken.add(String.format(
                    Locale.ROOT, "X counts %d duplicates", soFar.x().duplicates()));
        }
        soFar.heard().attempts().forEach((order, answers) -> {
            if (answers.size() > 1) {
                broken.add(String.format(Locale.ROOT, "%s was answered differently: %s", order, answers));
            }
        });
        return broken;
    }

    @Override
    public List<String> owed(Evidence all) {
        Set<String> announced = valuesOf(all.outcomes(), DmAttempted::getDmEventId);
        Set<String> unclear = valuesOf(
                all.outcomes().filter(outcome -> outcome.getOutcome() != DmOutcome.SENT && isUnclear(outcome)),
                DmAttempted::getRecipientUserId);
        List<String> owed = new ArrayList<>();
        announced.stream()
                .filter(id -> !all.x().byId().containsKey(id))
                .forEach(id ->
                        owed.add(String.format(Locale.ROOT, "message %s was announced, and X does not have it", id)));
        all.x().dms().stream()
                .filter(dm -> !announced.contains(dm.id()) && !unclear.contains(dm.to()))
                .forEach(dm -> owed.add(String.format(Locale.ROOT, "X has %s, and nobody announced it", dm)));
        return owed;
    }

    /** Given up while a message may be out there, and said so. */
    private static boolean isUnclear(DmAttempted outcome) {
        return outcome.getDetail() != null && outcome.getDetail().startsWith("a message may be out there");
    }

    private static Set<String> valuesOf(Stream<DmAttempted> outcomes, Function<DmAttempted, String> field) {
        return outcomes.map(field).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
