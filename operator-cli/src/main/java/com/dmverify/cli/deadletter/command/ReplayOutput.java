package com.dmverify.cli.deadletter.command;

import com.dmverify.cli.deadletter.RecordPosition;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.Printable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/** Prints what a replay did with each dead letter, and counts it. */
final class ReplayOutput {

    private final PrintStream out;
    private final boolean json;
    private final Map<Disposition, Integer> counts = new EnumMap<>(Disposition.class);

    ReplayOutput(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** Prints one line, but in text none for a skipped dead letter. */
    void print(RecordPosition position, Disposition disposition, String detail) {
        counts.merge(disposition, 1, Integer::sum);
        if (json) {
            out.println(Json.line(JsonNodeFactory.instance
                    .objectNode()
                    .put("position", position.toString())
                    .put("result", disposition.name().toLowerCase(Locale.ROOT))
                    .put("detail", detail)));
        } else if (disposition != Disposition.SKIPPED) {
            out.println(Printable.line((position + " " + disposition.description() + " " + detail).strip()));
        }
    }

    /** Prints one sentence; nothing in JSON. */
    void printSummary(boolean executed) {
        if (!json) {
            out.println(summary(executed));
        }
    }

    /** How many were replayed, or would be. */
    int replayed() {
        return count(Disposition.REPLAYED) + count(Disposition.WOULD_BE_REPLAYED);
    }

    boolean hasFailed() {
        return count(Disposition.FAILED) > 0;
    }

    /** Whether one was not replayed that should have been. */
    boolean isIncomplete() {
        return counts.keySet().stream().anyMatch(Disposition::isIncomplete);
    }

    private String summary(boolean executed) {
        List<String> parts = new ArrayList<>();
        parts.add(letters(replayed()) + (executed ? " replayed" : " would be replayed"));
        add(parts, Disposition.SKIPPED, " replayed before and skipped (--again includes them)");
        add(parts, Disposition.CANNOT_BE_REPLAYED, " cannot be replayed");
        add(parts, Disposition.FAILED, " not accepted by Kafka, stopped there");
        add(parts, Disposition.NOT_FOUND, " not found");
        String hint = !executed && replayed() > 0 ? " Nothing was written: --execute writes them." : "";
        return String.join(", ", parts) + "." + hint;
    }

    private void add(List<String> parts, Disposition disposition, String description) {
        if (count(disposition) > 0) {
            parts.add(count(disposition) + description);
        }
    }

    private int count(Disposition disposition) {
        return counts.getOrDefault(disposition, 0);
    }

    private static String letters(int count) {
        return switch (count) {
            case 0 -> "No dead letters";
            case 1 -> "1 dead letter";
            default -> count + " dead letters";
        };
    }
}
