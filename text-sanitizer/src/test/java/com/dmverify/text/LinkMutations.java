package com.dmverify.text;

import java.util.List;
import java.util.Random;

/** Random mutations of links, mentions and tags that evade filters. */
final class LinkMutations {

    private static final List<String> LINKS = List.of(
            "https://evil.com/x?a=1",
            "http://evil.example",
            "evil.com",
            "bit.ly/abc",
            "www.evil.co.uk",
            "hxxp://evil.com",
            "ftp://evil.com:21/",
            "HTTPS://EVIL.COM",
            "//evil.com",
            "user@evil.com",
            "https://user:pw@evil.com/#frag",
            "xn--80ak6aa92e.com",
            "пример.рф",
            "例え。テスト",
            "http://1.2.3.4/",
            "@mallory",
            "@_m_",
            "#now",
            "#今",
            "$MAL");
    private static final String INVISIBLE =
            "\u00AD\u034F\u061C\u115F\u180B\u180E\u200B\u200C\u200D\u200E\u202A\u202E\u2060\u2064\u2066\u206F\u3164\uFE00\uFE0F\uFEFF\uFFA0\uFFF9";
    private static final String MARKS = "\u0300\u0301\u0335\u0338\u0483\u05B0\u064B\u0E48\u20DD\u20E3\u3099";
    private static final String DOTS = ".\u3002\uFF0E\uFF61\u2024\uFE52\uFE12";
    private static final String LATIN = "aceopxyis";
    private static final String CYRILLIC = "асеорхуіѕ";
    private static final String SIGNS = "@#$/.{}()[]<>*_~|\\'\"!?,;:&%+=-";

    private final Random random;

    LinkMutations(long seed) {
        random = new Random(seed);
    }

    String link() {
        return LINKS.get(random.nextInt(LINKS.size()));
    }

    String mutated(String link) {
        StringBuilder text = new StringBuilder(link);
        for (int i = random.nextInt(6); i >= 0; i--) {
            mutate(text);
        }
        return random.nextBoolean() ? text.toString() : "Log in: " + text + " (now)";
    }

    private void mutate(StringBuilder text) {
        int at = random.nextInt(text.length());
        char character = text.charAt(at);
        switch (random.nextInt(8)) {
            case 0 -> text.insert(at, any(INVISIBLE));
            case 1 -> text.insert(at, any(MARKS));
            case 2 -> text.insert(at, any(SIGNS));
            case 3 -> text.insert(at, random.nextBoolean() ? new String(Character.toChars(0xE0020 + at)) : "\u200D");
            case 4 -> replaceDot(text);
            case 5 -> fullWidth(text, at, character);
            case 6 -> homograph(text, at, character);
            default -> text.setCharAt(at, Character.toUpperCase(character));
        }
    }

    private void replaceDot(StringBuilder text) {
        int dot = text.indexOf(".");
        if (dot >= 0) {
            text.setCharAt(dot, any(DOTS));
        }
    }

    private static void fullWidth(StringBuilder text, int at, char character) {
        if (character > ' ' && character < 0x7F) {
            text.setCharAt(at, (char) (character - 0x20 + 0xFF00));
        }
    }

    private static void homograph(StringBuilder text, int at, char character) {
        int letter = LATIN.indexOf(character);
        if (letter >= 0) {
            text.setCharAt(at, CYRILLIC.charAt(letter));
        }
    }

    private char any(String characters) {
        return characters.charAt(random.nextInt(characters.length()));
    }
}
