package com.dmverify.api.verification;

import com.dmverify.text.PastedHandle;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name after the @ of an X account, without the @. Handles change hands: identity is the {@link UserId}.
 *
 * @param value 1 to 15 letters, digits and underscores
 */
public record Handle(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_]{1,15}");

    public Handle {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A handle has 1 to 15 letters, digits or underscores: jack, @jack or" + " https://x.com/jack");
        }
    }

    /** Whether this text is a handle without the @. */
    public static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    /**
     * What a person gives as their handle: {@code @jack}, {@code jack} or the address of the profile, in any usual form.
     *
     * @throws IllegalArgumentException if there is no handle in it
     */
    public static Handle typed(String input) {
        return new Handle(PastedHandle.read(input));
    }

    /** X takes {@code Jack} and {@code jack} for the same account. */
    public String canonical() {
        return value.toLowerCase(Locale.ROOT);
    }
}
