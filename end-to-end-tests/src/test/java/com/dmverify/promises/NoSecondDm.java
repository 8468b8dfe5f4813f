package com.dmverify.promises;

import com.dmverify.events.DmAttempted;
import com.dmverify.promises.evidence.Dm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * At most one visible message for each verification and generation; and what the sender says of messages is what X has.
 */
final class NoSecondDm implements Promise {

    @Override
    public List<String> broken(Evidence soFar) {
        List<String> broken = new ArrayList<>();
        Map<String, List<Dm>> byReader = soFar.x().dms().stream().collect(Collectors.groupingBy(Dm::to));
        byReader.forEach((reader, dms) -> {
            if (dms.size() > 1) {
                broken.add("%s got %d messages: %s".formatted(reader, dms.size(), dms));
            }
        });
        if (soFar.x().duplicates() > 0) {
            broken.add("X counts %d duplicates".formatted(soFar.x().duplicates()));
        }
        soFar.heard().attempts().forEach((order, answers) -> {
            if (answers.size() > 1) {
                broken.add("%s was answered differently: %s".formatted(order, answers));
            }
        });
        return broken;
    }

    @Override
    public List<String> owed(Evidence all) {
        Set<String> sent = all.heard().attempts().values().stream()
                .flatMap(Set::stream)
                .map(DmAttempted::getDmEventId)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
        List<String> owed = new ArrayList<>();
        sent.stream()
                .filter(id -> !all.x().byId().containsKey(id))
                .forEach(id -> owed.add("message %s was announced, and X does not have it".formatted(id)));
        all.x().dms().stream()
                .filter(dm -> !sent.contains(dm.id()))
                .forEach(dm -> owed.add("X has %s, and nobody announced it".formatted(dm)));
        return owed;
    }
}
