package com.dmverify.scenarios;

import java.util.stream.Collectors;

/** The forms in which persons write a code. */
enum WrittenCode {
    PLAIN("%s"),
    SPACED(" "),
    DASHED("-"),
    WITH_MINUS_SIGNS("−"),
    WITH_NO_BREAK_SPACES("\u00A0"),
    WITH_ZERO_WIDTH_SPACES("\u200B"),
    WITH_SOFT_HYPHENS("\u00AD"),
    ONE_DIGIT_PER_LINE("\n"),
    FULL_WIDTH('０'),
    ARABIC('٠'),
    PERSIAN('۰'),
    IN_A_SENTENCE("hi, the code is %s, thank you!"),
    IN_THREES("my code: %s");

    private final String how;

    WrittenCode(String how) {
        this.how = how;
    }

    WrittenCode(char zero) {
        this(String.valueOf(zero));
    }

    String of(String code) {
        return switch (this) {
            case PLAIN, IN_A_SENTENCE -> how.replace("%s", code);
            case IN_THREES -> how.replace("%s", code.substring(0, 3) + " " + code.substring(3));
            case FULL_WIDTH, ARABIC, PERSIAN ->
                code.chars()
                        .mapToObj(digit -> String.valueOf((char) (how.charAt(0) + digit - '0')))
                        .collect(Collectors.joining());
            default ->
                code.chars().mapToObj(digit -> String.valueOf((char) digit)).collect(Collectors.joining(how));
        };
    }

    /** Whether a check accepts this form. */
    boolean isCodeAlone() {
        return this != IN_A_SENTENCE && this != IN_THREES;
    }
}
