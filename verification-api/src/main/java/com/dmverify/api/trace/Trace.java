package com.dmverify.api.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a distributed trace. We record no spans, so we hand on the place that we were given: what others record of the
 * work we order hangs under the caller's span. Source: W3C Trace Context, sections 3.2 and 3.3.
 *
 * @param parent the {@code traceparent}, in version 00
 * @param state the {@code tracestate}, which belongs to the caller's vendors; null when there is none
 */
public record Trace(String parent, @Nullable String state) {

    /** The name of the header, in HTTP and in Kafka. */
    public static final String PARENT = "traceparent";

    /** The name of the header for the vendors' own entries. */
    public static final String STATE = "tracestate";

    private static final Pattern SHAPE = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern LATER_VERSION = Pattern.compile("(?!00|ff)[0-9a-f]{2}(-.{32}-.{16}-..)(?:-.*)?");
    private static final Pattern STATE_SHAPE = Pattern.compile("[\\x20-\\x7e]{1,512}");
    private static final int ID_AT = 3;
    private static final int ID_LENGTH = 32;

    public Trace {
        if (!SHAPE.matcher(parent).matches()) {
            throw new IllegalArgumentException(
                    "A traceparent looks like 00-<32 hex digits>-<16 hex digits>-<2 hex digits>");
        }
        if (state != null && !STATE_SHAPE.matcher(state).matches()) {
            throw new IllegalArgumentException("A tracestate has at most 512 printable characters");
        }
    }

    /** The trace of these headers, if there is one that can be used. A later version is read as far as we know it. */
    public static Optional<Trace> of(@Nullable String parent, @Nullable String state) {
        if (parent == null) {
            return Optional.empty();
        }
        Matcher later = LATER_VERSION.matcher(parent);
        String known = later.matches() ? "00" + later.group(1) : parent;
        boolean stated = state != null && STATE_SHAPE.matcher(state).matches();
        return SHAPE.matcher(known).matches() ? Optional.of(new Trace(known, stated ? state : null)) : Optional.empty();
    }

    /** A new one. It is not marked as sampled, because nobody recorded its beginning. */
    public static Trace begin() {
        byte[] random = new byte[24];
        ThreadLocalRandom.current().nextBytes(random);
        random[0] |= 1; // neither id may be all zeros
        random[16] |= 1;
        HexFormat hex = HexFormat.of();
        return new Trace("00-" + hex.formatHex(random, 0, 16) + "-" + hex.formatHex(random, 16, 24) + "-00", null);
    }

    /** The name of the whole trace: what logs and problems call {@code trace_id}. */
    public String id() {
        return parent.substring(ID_AT, ID_AT + ID_LENGTH);
    }
}
