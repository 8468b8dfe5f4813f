package com.dmverify.sender.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words with gaps, as in {@code {brand}: your code is {code}}; taken apart once and filled often. */
final class Template {

    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

    private final List<String> words = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();

    Template(String text) {
        int end = 0;
        for (MatchResult gap : GAP.matcher(text).results().toList()) {
            words.add(text.substring(end, gap.start()));
            gaps.add(gap.group(1));
            end = gap.end();
        }
        words.add(text.substring(end));
    }

    /** Gaps without a value stay as they are. */
    String filled(Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < gaps.size(); i++) {
            String gap = gaps.get(i);
            filled.append(words.get(i)).append(values.getOrDefault(gap, "{" + gap + "}"));
        }
        return filled.append(words.getLast()).toString();
    }
}
