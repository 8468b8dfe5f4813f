package com.dmverify.deadletters;

import java.util.ArrayList;
import java.util.List;

/** Counts what became of the letters that were asked for. */
final class Tally {

    private int replayed;
    private int passedOver;
    private int stuck;
    private int failed;
    private int missing;

    /** Written back, or would be. */
    void replayed() {
        replayed++;
    }

    /** Was written back before. */
    void passedOver() {
        passedOver++;
    }

    /** Cannot go back: its topic is not there, or does not take it. */
    void stuck() {
        stuck++;
    }

    /** Kafka did not take it now. */
    void failed() {
        failed++;
    }

    /** Is not there. */
    void missing() {
        missing++;
    }

    int replayedSoFar() {
        return replayed;
    }

    boolean hasFailures() {
        return failed > 0;
    }

    boolean isIncomplete() {
        return failed + stuck + missing > 0;
    }

    String sentence(boolean executed) {
        List<String> parts = new ArrayList<>();
        parts.add(letters(replayed) + (executed ? " replayed" : " would be replayed"));
        add(parts, passedOver, " replayed before and passed over (--again writes them once more)");
        add(parts, stuck, " cannot go back");
        add(parts, failed, " not taken by Kafka, stopped there");
        add(parts, missing, " not found");
        boolean waits = !executed && replayed > 0;
        return String.join(", ", parts) + "." + (waits ? " Nothing was written: --execute does it." : "");
    }

    private static void add(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + what);
        }
    }

    private static String letters(int count) {
        return switch (count) {
            case 0 -> "No dead letters";
            case 1 -> "1 dead letter";
            default -> count + " dead letters";
        };
    }
}
