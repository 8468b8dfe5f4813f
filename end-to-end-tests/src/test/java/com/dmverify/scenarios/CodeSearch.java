package com.dmverify.scenarios;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Searches a text for codes in every form in which a person could write them. */
final class CodeSearch {

    /** Characters that a person may write between two digits of one number. */
    private static final String BETWEEN = "[\\s\\p{Z}\\p{Cf}\\p{Pd}−.]{0,4}";

    private final List<Pattern> codes;

    CodeSearch(Collection<String> codes) {
        this.codes = codes.stream().map(CodeSearch::pattern).toList();
    }

    /** Does not match inside a longer number: ids and times contain any six digits. */
    private static Pattern pattern(String code) {
        String digits =
                code.chars().mapToObj(digit -> String.valueOf((char) digit)).collect(Collectors.joining(BETWEEN));
        return Pattern.compile("(?<!\\d)" + digits + "(?!\\d)");
    }

    /** Whether the text contains one of the codes. */
    boolean finds(String text) {
        String digits = ascii(Normalizer.normalize(text, Normalizer.Form.NFKC));
        return codes.stream().anyMatch(code -> code.matcher(digits).find());
    }

    /** Replaces the digits of every script by those of ASCII. */
    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER) {
                ascii.append(Character.digit(point, 10));
            } else {
                ascii.appendCodePoint(point);
            }
        });
        return ascii.toString();
    }
}
