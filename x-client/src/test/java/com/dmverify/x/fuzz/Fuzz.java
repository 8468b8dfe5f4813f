package com.dmverify.x.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Damages bytes at random. The same seed gives the same damage. */
final class Fuzz {

    static final long SEED = 20260704;

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "99999999999999999999999",
            "\"\"",
            "\"\\ud800\"",
            "[]",
            "{}",
            "[[]]",
            "{\"a\":1}",
            "\"1900000000000000003\"",
            "\"errors\"",
            "[null]",
            "\"x\\u0000y\"");

    private final Random random;

    Fuzz(long seed) {
        this.random = new Random(seed);
    }

    /** Random bytes. */
    byte[] noise() {
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        return noise;
    }

    /** One of these texts with one to five mutations. */
    byte[] mutation(List<String> samples) {
        String text = samples.get(random.nextInt(samples.size()));
        int injuries = 1 + random.nextInt(5);
        return Stream.iterate(text, this::injured)
                .skip(injuries)
                .findFirst()
                .orElseThrow()
                .getBytes(StandardCharsets.UTF_8);
    }

    private String injured(String text) {
        if (text.isEmpty()) {
            return "{";
        }
        int at = random.nextInt(text.length());
        int length = Math.min(text.length() - at, random.nextInt(12));
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + text.substring(at + length);
            case 2 -> text.substring(0, at) + text.substring(at, at + length) + text.substring(at);
            case 3 -> text.substring(0, at) + (char) random.nextInt(0x300) + text.substring(at + 1);
            default -> withAnotherValue(text, at);
        };
    }

    /** Replaces a value after a colon, which mostly keeps the text valid JSON. */
    private String withAnotherValue(String text, int at) {
        int colon = text.indexOf(':', at);
        if (colon < 0) {
            return text;
        }
        int end = colon + 1;
        while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, colon + 1) + VALUES.get(random.nextInt(VALUES.size())) + text.substring(end);
    }
}
