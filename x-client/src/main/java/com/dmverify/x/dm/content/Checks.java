package com.dmverify.x.dm.content;

import java.util.Collection;

/** The limits of X's v1.1 pages, refused before X does it. Never quotes what it refuses: that may be a message. */
public final class Checks {

    private Checks() {}

    /** Refuses a text that is blank or longer than so many characters. */
    public static void text(String name, String text, int longest) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > longest) {
            throw new IllegalArgumentException(name + " has 1 to " + longest + " characters");
        }
    }

    /** Refuses none, and more than so many. */
    public static void size(String name, Collection<?> items, int most) {
        if (items.isEmpty() || items.size() > most) {
            throw new IllegalArgumentException("1 to " + most + " " + name);
        }
    }

    /** Refuses a size of a page that X would refuse. */
    public static void count(int count, int most) {
        if (count < 1 || count > most) {
            throw new IllegalArgumentException("a page has 1 to " + most + " entries");
        }
    }
}
