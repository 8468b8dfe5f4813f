package com.dmverify.benchmarks;

import com.dmverify.benchmarks.round.Effort;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The command line.
 *
 * @param name of a benchmark, or {@code all}
 * @param set the options that were given, by name
 */
record Options(String name, Map<String, Integer> set, boolean profile) {

    static final String USAGE = "Usage: ./benchmark accept|check|receive|send|sign|startup|memory|all"
            + " [--rounds=N] [--seconds=N] [--warm-up=N] [--connections=N] [--profile] [--no-build]";

    private static final List<String> KNOWN = List.of("rounds", "seconds", "warm-up", "connections");
    private static final String PROFILE = "--profile";

    /** Throws {@link IllegalArgumentException} with what is wrong. */
    static Options of(String... arguments) {
        List<String> all = Arrays.asList(arguments);
        List<String> names = all.stream().filter(it -> !it.startsWith("--")).toList();
        if (names.size() != 1) {
            throw new IllegalArgumentException("One benchmark has to be named");
        }
        Map<String, Integer> set = all.stream()
                .filter(it -> it.startsWith("--") && !it.equals(PROFILE))
                .collect(Collectors.toMap(Options::nameOf, Options::numberOf, (_, last) -> last));
        return new Options(names.getFirst(), set, all.contains(PROFILE));
    }

    /** The wanted effort; what was not given is taken from the usual one. */
    Effort effort(Effort usual) {
        return new Effort(
                number("rounds", usual.rounds()),
                seconds("seconds", usual.round()),
                seconds("warm-up", usual.warmUp()));
    }

    int number(String option, int usual) {
        return set.getOrDefault(option, usual);
    }

    private Duration seconds(String option, Duration usual) {
        return Duration.ofSeconds(number(option, (int) usual.toSeconds()));
    }

    private static String nameOf(String option) {
        String name = option.substring(2).split("=", 2)[0];
        if (!KNOWN.contains(name)) {
            throw new IllegalArgumentException("There is no option " + option);
        }
        return name;
    }

    private static int numberOf(String option) {
        String[] words = option.split("=", 2);
        if (words.length < 2 || !words[1].matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException(words[0] + " takes a number, like " + words[0] + "=5");
        }
        return Integer.parseInt(words[1]);
    }
}
