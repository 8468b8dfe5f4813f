package com.dmverify.api.request;

import com.dmverify.api.problem.FieldError;
import com.dmverify.api.problem.Problem;
import com.dmverify.text.SafeLine;
import com.dmverify.text.UnicodeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks the fields of a body one by one, and names all that cannot be used. Lengths are in code points. */
final class FieldChecks {

    private final List<FieldError> errors = new ArrayList<>();

    void refuse(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }

    /** The text, if it is whole and within these lengths; else null, and it is named. Null stays null. */
    @Nullable
    String text(String pointer, @Nullable String text, int shortest, int longest) {
        if (text == null) {
            return null;
        }
        if (!UnicodeText.isWellFormed(text)) {
            refuse(pointer, "Half of a character is missing (a lone surrogate). Send whole characters.");
            return null;
        }
        int length = SafeLine.length(text);
        if (length < shortest || length > longest) {
            refuse(
                    pointer,
                    shortest == 0
                            ? "At most " + longest + " characters."
                            : shortest + " to " + longest + " characters.");
            return null;
        }
        return text;
    }

    /** What a text means; null if it is null or means nothing: then it is named, with the parser's sentence. */
    <T> @Nullable T parsed(String pointer, @Nullable String text, Function<String, T> parser) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (IllegalArgumentException e) {
            refuse(pointer, e.getMessage() + ".");
            return null;
        }
    }

    /**
     * Ends the checks.
     *
     * @throws Problem if something was refused
     */
    void finish() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
