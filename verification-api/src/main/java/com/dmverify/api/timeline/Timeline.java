package com.dmverify.api.timeline;

import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.DeliveryStatus;
import com.dmverify.api.verification.VerificationEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a verification, in the text that is kept with its state: for each entry the letter of what happened (or its
 * name), the milliseconds since the entry before in base 36, and a cause where there is one: {@code o,s2s4,r5yo:resend}. It holds
 * nothing that a person or a platform wrote.
 *
 * @param text of all entries, divided by commas
 */
public record Timeline(String text) {

    /** Before the first entry. */
    public static final Timeline EMPTY = new Timeline("");

    /** A verification has some 40 at most; what else can be caused from outside must not let its state grow. */
    private static final int LONGEST = 400;

    private static final String SEEN = "seen";
    private static final int BASE = Character.MAX_RADIX;

    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("opened", "o"),
            Map.entry("code_sent", "s"),
            Map.entry("delivery_unconfirmed", "u"),
            Map.entry(SEEN, "e"),
            Map.entry("user_action_awaited", "a"),
            Map.entry("requeued", "r"),
            Map.entry("incorrect", "i"),
            Map.entry("succeeded", "v"),
            Map.entry("expired", "x"),
            Map.entry("exhausted", "h"),
            Map.entry("canceled", "c"),
            Map.entry("failed", "f"));

    private static final Map<String, String> NAMES =
            LETTERS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    /** A letter or {@code (name)}, a number, and perhaps a cause. */
    private static final Pattern ENTRY = Pattern.compile("(?:([a-z])|\\(([a-z_]+)\\))([0-9a-z]{0,9})(?::([a-z_]+))?");

    private static final Pattern CAUSE = Pattern.compile("[a-z_]+");

    /** One thing that happened. */
    public record Entry(Instant at, String event, @Nullable String cause) {}

    /**
     * With what a change adds.
     *
     * @param now when it is committed
     */
    public Timeline with(Change<?> change, Instant now) {
        Instant last = last(change.after().createdAt());
        StringBuilder next = new StringBuilder(text);
        for (VerificationEvent event : change.events()) {
            if (event.type() != VerificationEvent.Type.REQUESTED) {
                last = append(next, name(event), cause(event), event.at(), last);
            }
        }
        if (isSeen(change)) {
            append(next, SEEN, null, now, last);
        }
        boolean isKept = next.length() <= LONGEST || change.after().status().isTerminal();
        return isKept ? new Timeline(next.toString()) : this;
    }

    /** All entries, the oldest first. What cannot be read is left out. */
    public List<Entry> entries(Instant createdAt) {
        List<Entry> entries = new ArrayList<>();
        Instant at = createdAt;
        for (String entry : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            Matcher parts = ENTRY.matcher(entry);
            if (parts.matches()) {
                at = at.plusMillis(parts.group(3).isEmpty() ? 0 : Long.parseLong(parts.group(3), BASE));
                String letter = parts.group(1);
                String name = letter == null ? parts.group(2) : NAMES.getOrDefault(letter, letter);
                entries.add(new Entry(at, name, parts.group(4)));
            }
        }
        return entries;
    }

    private Instant last(Instant createdAt) {
        List<Entry> entries = entries(createdAt);
        return entries.isEmpty() ? createdAt : entries.getLast().at();
    }

    /** The clocks of two replicas may differ: no entry is before the one before it. */
    private static Instant append(StringBuilder text, String name, @Nullable String cause, Instant at, Instant last) {
        String letter = LETTERS.get(name);
        long later = Math.max(0, at.toEpochMilli() - last.toEpochMilli());
        text.append(text.isEmpty() ? "" : ",")
                .append(letter == null ? "(" + name + ")" : letter)
                .append(later == 0 ? "" : Long.toString(later, BASE))
                .append(cause == null ? "" : ":" + cause);
        return last.plusMillis(later);
    }

    private static boolean isSeen(Change<?> change) {
        return change.after().delivery().status() == DeliveryStatus.SEEN
                && change.before().delivery().status() != DeliveryStatus.SEEN;
    }

    private static String name(VerificationEvent event) {
        return event.type().name().toLowerCase(Locale.ROOT);
    }

    /** Words of ours only. */
    private static @Nullable String cause(VerificationEvent event) {
        String why = switch (event.type()) {
            case REQUEUED -> event.cause();
            case USER_ACTION_AWAITED -> event.verification().delivery().reason();
            case FAILED -> event.verification().reason();
            default -> null;
        };
        return why != null && CAUSE.matcher(why).matches() ? why : null;
    }
}
