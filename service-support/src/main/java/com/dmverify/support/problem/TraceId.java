package com.dmverify.support.problem;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a request's trace: 32 hex digits. Source: W3C Trace Context, section 3.2. */
final class TraceId {

    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-.*");
    private static final String NONE = "0".repeat(32);

    private TraceId() {}

    /** The one in the W3C header, else a new one. */
    static String of(@Nullable String header) {
        Matcher matcher = TRACE_PARENT.matcher(header == null ? "" : header);
        if (matcher.matches() && !matcher.group(1).equals(NONE)) {
            return matcher.group(1);
        }
        byte[] id = new byte[16];
        ThreadLocalRandom.current().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
