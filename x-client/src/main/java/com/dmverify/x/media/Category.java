package com.dmverify.x.media;

import java.util.Locale;

/** The category of media for a message, each with X's limit in bytes. Source: X's pages "Media". */
public enum Category {
    DM_IMAGE(5L << 20),
    DM_GIF(15L << 20),
    DM_VIDEO(512L << 20);

    private final long largest;

    Category(long largest) {
        this.largest = largest;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    void checkSize(long bytes) {
        if (bytes < 1 || bytes > largest) {
            throw new IllegalArgumentException("media of this category has 1 to " + largest + " bytes");
        }
    }
}
