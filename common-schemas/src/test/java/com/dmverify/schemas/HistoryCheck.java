package com.dmverify.schemas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** What is wrong with the schemas of this version, compared with every released one. */
final class HistoryCheck {

    /** The command that the README documents. */
    private static final String COMMAND =
            "./mvnw -pl common-schemas test -Dtest=SchemaHistoryTest -Dschemas.release=true";

    private HistoryCheck() {}

    /** One sentence for each problem, which says what to do. */
    static List<String> problems(Collection<Schema> today, Collection<Schema> released) {
        Map<String, Schema> todayByName =
                today.stream().collect(Collectors.toMap(Schema::getFullName, Function.identity()));
        List<String> fingerprints =
                released.stream().map(SchemaEntry::fingerprintOf).toList();
        List<String> problems = new ArrayList<>();
        for (Schema schema : today) {
            if (!fingerprints.contains(SchemaEntry.fingerprintOf(schema))) {
                problems.add(schema.getName() + " was changed and is not in the history. Before a release run: "
                        + COMMAND + " and commit the new entry; an entry that was never released may be deleted");
            }
        }
        for (Schema old : released) {
            Schema now = todayByName.get(old.getFullName());
            if (now == null) {
                problems.add(
                        old.getName() + " was released and is gone: keep its .avsc, records of it may be in topics");
            } else {
                compare(now, old, problems);
            }
        }
        return problems;
    }

    private static void compare(Schema now, Schema old, List<String> problems) {
        String which = now.getName() + " and its released schema " + SchemaEntry.fingerprintOf(old);
        if (!canRead(now, old)) {
            problems.add(which + ": the new one cannot read the old one. Give each new field a default, and remove none"
                    + " that has none");
        }
        if (!canRead(old, now)) {
            problems.add(
                    which + ": the old one cannot read the new one. Keep each field that has no default, keep types,"
                            + " and add symbols only to an enum with a default");
        }
    }

    private static boolean canRead(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }
}
