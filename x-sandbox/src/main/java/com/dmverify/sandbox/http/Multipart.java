package com.dmverify.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a {@code multipart/form-data} body (RFC 7578) by name. Malformed parts are ignored. */
public record Multipart(Map<String, byte[]> parts) {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]{1,70})\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final int MOST_PARTS = 50;

    public Multipart {
        parts = Map.copyOf(parts);
    }

    public Optional<byte[]> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    public Optional<String> text(String name) {
        return part(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    static Multipart parse(String contentType, byte[] body) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return new Multipart(parts);
        }
        // One character for each byte, so that positions in the text are positions in the body.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String line = "--" + boundary.group(1);
        int from = text.indexOf(line);
        while (from >= 0 && parts.size() < MOST_PARTS) {
            int begin = from + line.length();
            int end = text.indexOf("\r\n" + line, begin);
            if (end >= 0) {
                add(parts, text, begin, end);
            }
            from = end < 0 ? -1 : end + 2;
        }
        return new Multipart(parts);
    }

    private static void add(Map<String, byte[]> parts, String text, int begin, int end) {
        int blank = text.indexOf("\r\n\r\n", begin);
        if (blank < 0 || blank > end) {
            return;
        }
        Matcher name = NAME.matcher(text.substring(begin, blank));
        if (name.find()) {
            String content = blank + 4 <= end ? text.substring(blank + 4, end) : "";
            parts.putIfAbsent(name.group(1), content.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
