package com.dmverify.x.dm.content;

import java.util.Collection;

/**
 * Checks arguments against the limits that X's v1.1 pages document. Error messages never quote the value, which may be
 * a message.
 */
public final class ArgumentChecks {

    private ArgumentChecks() {}

    /** Refuses a text that is blank or longer than so many characters. */
    public static void text(String name, String text, int longest) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > longest) {
            throw new IllegalArgumentException(name + " has 1 to " + longest + " characters");
        }
    }

    /** Refuses an empty collection and more than {@code most} items. */
    public static void size(String name, Collection<?> items, int most) {
        if (items.isEmpty() || items.size() > most) {
            throw new IllegalArgumentException("1 to " + most + " " + name);
        }
    }

    /** Refuses a page size outside 1 to {@code most}. */
    public static void count(int count, int most) {
        if (count < 1 || count > most) {
            throw new IllegalArgumentException("a page has 1 to " + most + " entries");
        }
    }
}
