package com.dmverify.api.verification;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name after the @ of an X account, without the @. Handles change hands: identity is the {@link UserId}.
 *
 * @param value 1 to 15 letters, digits and underscores
 */
public record Handle(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_]{1,15}");
    private static final Pattern TYPED = Pattern.compile(
            "(?i)(?:https?://)?(?:(?:www|mobile)\\.)?(?:x|twitter)\\.com/@?([^/?#]+)/?(?:[?#].*)?|@?(.*)");

    public Handle {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A handle has 1 to 15 letters, digits or underscores: jack, @jack or" + " https://x.com/jack");
        }
    }

    /**
     * What a person gives as their handle: {@code @jack}, {@code jack} or the address of the profile, any case.
     *
     * @throws IllegalArgumentException if there is no handle in it
     */
    public static Handle typed(String input) {
        Matcher matcher = TYPED.matcher(input.strip());
        if (!matcher.matches()) {
            return new Handle(input);
        }
        return new Handle(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }

    /** X takes {@code Jack} and {@code jack} for the same account. */
    public String canonical() {
        return value.toLowerCase(Locale.ROOT);
    }
}
