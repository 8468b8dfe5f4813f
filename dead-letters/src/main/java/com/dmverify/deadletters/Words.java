package com.dmverify.deadletters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of a command line: some stand alone, options follow two hyphens, in any order. */
final class Words {

    private static final Set<String> WITH_VALUE =
            Set.of("--topic", "--cause", "--since", "--limit", "--bootstrap-servers", "--command-config");
    private static final Set<String> FLAGS = Set.of("--with-texts", "--execute", "--again", "--help");

    private final List<String> alone = new ArrayList<>();
    private final Map<String, List<String>> options = new HashMap<>();

    Words(List<String> arguments) {
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (word.startsWith("--")) {
                takeOption(word, rest);
            } else if (word.equals("-h")) {
                takeOption("--help", rest);
            } else {
                alone.add(word);
            }
        }
    }

    /** Words that are no options. */
    List<String> alone() {
        return alone;
    }

    /** Whether a flag was given. */
    boolean has(String flag) {
        return options.containsKey(flag);
    }

    /** Every value of an option. */
    List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    /** The value of an option that is given once at most. */
    Optional<String> one(String option) {
        List<String> values = all(option);
        if (values.size() > 1) {
            throw new BadUsage(option + " is given " + values.size() + " times.");
        }
        return values.stream().findFirst();
    }

    /** Refuses every option but these. */
    void allow(Set<String> known, String command) {
        for (String option : options.keySet()) {
            if (!known.contains(option)) {
                throw new BadUsage(option + " has no meaning for " + command + ".");
            }
        }
    }

    private void takeOption(String word, Iterator<String> rest) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        if (FLAGS.contains(name) && equals < 0) {
            options.put(name, List.of());
        } else if (!WITH_VALUE.contains(name)) {
            throw new BadUsage("There is no option " + word + ".");
        } else if (equals >= 0) {
            add(name, word.substring(equals + 1));
        } else if (rest.hasNext()) {
            add(name, rest.next());
        } else {
            throw new BadUsage(name + " needs a value.");
        }
    }

    private void add(String name, String value) {
        if (value.isBlank()) {
            throw new BadUsage(name + " needs a value.");
        }
        options.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }
}
