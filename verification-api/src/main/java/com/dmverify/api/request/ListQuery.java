package com.dmverify.api.request;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.store.IndexEntry;
import com.dmverify.api.store.VerificationIndex;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.UserId;
import com.dmverify.text.SafeLine;
import com.dmverify.text.UnicodeText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which verifications to list.
 *
 * @param tenant whose
 * @param reference those with this reference; null if they are asked for by target
 * @param target those about this target; null if they are asked for by reference
 * @param after the last one that the caller has; null to begin
 * @param limit how many at most
 */
public record ListQuery(
        String tenant,
        @Nullable String reference,
        @Nullable Target target,
        @Nullable IndexEntry after,
        int limit) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,3}");

    /**
     * What the caller wrote.
     *
     * @throws Problem if it cannot be used
     */
    public static ListQuery of(
            String tenant,
            @Nullable String reference,
            @Nullable String target,
            @Nullable String cursor,
            @Nullable String limit) {
        if ((reference == null) == (target == null)) {
            throw Problem.invalidParameter(
                    "reference", "Say what to list, by reference or by target: ?reference=order-42 or ?target=@jack.");
        }
        checked("reference", reference, StartRequest.LONGEST_REFERENCE);
        checked("target", target, StartRequest.LONGEST_TARGET);
        Target parsed = target == null ? null : parsed(target);
        return new ListQuery(
                tenant,
                reference,
                parsed,
                cursor == null ? null : ListCursor.read(cursor),
                limit == null ? VerificationIndex.MOST : number(limit));
    }

    private static void checked(String parameter, @Nullable String text, int longest) {
        if (text != null && (!UnicodeText.isWellFormed(text) || SafeLine.length(text) > longest)) {
            throw Problem.invalidParameter(parameter, "At most " + longest + " whole characters.");
        }
    }

    /** Digits alone are an id; a handle carries an @. */
    private static Target parsed(String text) {
        try {
            return DIGITS.matcher(text).matches()
                    ? new Target(null, new UserId(text))
                    : new Target(Handle.typed(text), null);
        } catch (IllegalArgumentException e) {
            throw Problem.invalidParameter("target", String.valueOf(e.getMessage()));
        }
    }

    private static int number(String text) {
        int number = LIMIT.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (number < 1 || number > VerificationIndex.MOST) {
            throw Problem.invalidParameter("limit", "A number from 1 to " + VerificationIndex.MOST + " is needed.");
        }
        return number;
    }
}
