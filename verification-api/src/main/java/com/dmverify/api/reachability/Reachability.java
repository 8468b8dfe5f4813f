package com.dmverify.api.reachability;

import com.dmverify.api.verification.DeliveryReport;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a message would reach a person.
 *
 * @param reason why not, or why it is not known; null where there is nothing to say
 */
record Reachability(Verdict verdict, @Nullable String reason) {

    static final Reachability UNKNOWN = new Reachability(Verdict.UNKNOWN, null);

    /** X's words about the person. All other refusals say that X could not be asked. */
    private static final Set<String> ABOUT_THE_PERSON =
            Set.of("target_unknown", "target_suspended", DeliveryReport.TARGET_CLOSED);

    /** A verdict; X cannot always say. */
    enum Verdict {
        YES,
        NO,
        UNKNOWN;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * X named the person.
     *
     * @param takesMessages X's hint; null if it gave none
     */
    static Reachability resolved(@Nullable Boolean takesMessages) {
        if (takesMessages == null) {
            return UNKNOWN;
        }
        return takesMessages
                ? new Reachability(Verdict.YES, null)
                : new Reachability(Verdict.NO, DeliveryReport.TARGET_CLOSED);
    }

    /** X did not name the person, or could not be asked. */
    static Reachability refused(@Nullable String reason) {
        return ABOUT_THE_PERSON.contains(String.valueOf(reason))
                ? new Reachability(Verdict.NO, reason)
                : new Reachability(Verdict.UNKNOWN, reason);
    }

    /** Whether X has said something about the person. */
    boolean isAnswer() {
        return verdict != Verdict.UNKNOWN || reason == null;
    }

    /** Whether the person can change it by following the account or writing to it. */
    boolean isClosed() {
        return DeliveryReport.TARGET_CLOSED.equals(reason);
    }

    /** As it is kept: {@code <verdict> <reason>}. */
    String text() {
        return verdict.wire() + " " + (reason == null ? "" : reason);
    }

    /** What {@link #text} wrote. Anything else is not known. */
    static Reachability read(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            return UNKNOWN;
        }
        String reason = text.substring(space + 1);
        String verdict = text.substring(0, space);
        for (Verdict each : Verdict.values()) {
            if (each.wire().equals(verdict)) {
                return new Reachability(each, reason.isEmpty() ? null : reason);
            }
        }
        return UNKNOWN;
    }
}
