package com.dmverify.stories;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks for codes in a text, in whatever form a person could have written them. */
final class CodeSearch {

    /** Signs between two digits that a person does not take for the end of a number. */
    private static final String BETWEEN = "[\\s\\p{Z}\\p{Cf}\\p{Pd}−.]{0,4}";

    private final List<Pattern> codes;

    CodeSearch(Collection<String> codes) {
        this.codes = codes.stream().map(CodeSearch::pattern).toList();
    }

    /** Not as a part of a longer number: ids and times contain any six digits. */
    private static Pattern pattern(String code) {
        String digits =
                code.chars().mapToObj(digit -> String.valueOf((char) digit)).collect(Collectors.joining(BETWEEN));
        return Pattern.compile("(?<!\\d)" + digits + "(?!\\d)");
    }

    /** Whether one of the codes stands there. */
    boolean finds(String text) {
        String digits = ascii(Normalizer.normalize(text, Normalizer.Form.NFKC));
        return codes.stream().anyMatch(code -> code.matcher(digits).find());
    }

    /** Digits of every script as those of ASCII. */
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
