package com.dmverify.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The decoded parameters of a query or form, in order. */
public record Parameters(List<Parameter> all) implements Iterable<Parameter> {

    public static final Parameters NONE = new Parameters(List.of());

    /** Parses {@code application/x-www-form-urlencoded} text. Malformed escapes are kept. */
    public static Parameters parse(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return NONE;
        }
        List<Parameter> all = new ArrayList<>();
        int from = 0;
        while (from <= raw.length()) {
            int ampersand = raw.indexOf('&', from);
            int to = ampersand < 0 ? raw.length() : ampersand;
            if (to > from) {
                all.add(pair(raw.substring(from, to)));
            }
            from = to + 1;
        }
        return new Parameters(all);
    }

    public Optional<String> first(String name) {
        for (Parameter parameter : all) {
            if (parameter.name().equals(name)) {
                return Optional.of(parameter.value());
            }
        }
        return Optional.empty();
    }

    @Override
    public Iterator<Parameter> iterator() {
        return all.iterator();
    }

    private static Parameter pair(String raw) {
        int equals = raw.indexOf('=');
        return equals < 0
                ? new Parameter(decode(raw), "")
                : new Parameter(decode(raw.substring(0, equals)), decode(raw.substring(equals + 1)));
    }

    /** Percent-decodes once; {@code +} is a space. */
    public static String decode(String raw) {
        if (raw.indexOf('%') < 0 && raw.indexOf('+') < 0) {
            return raw;
        }
        byte[] in = raw.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            int escaped = in[i] == '%' && i + 2 < in.length ? hex(in[i + 1], in[i + 2]) : -1;
            if (escaped >= 0) {
                out.write(escaped);
                i += 2;
            } else {
                out.write(in[i] == '+' ? ' ' : in[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int hex(byte high, byte low) {
        int h = Character.digit(high, 16);
        int l = Character.digit(low, 16);
        return h < 0 || l < 0 ? -1 : (h << 4) + l;
    }
}
