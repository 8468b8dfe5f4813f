package com.dmverify.x.recorded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A recorded response of X: status, headers, and the exact body. */
public record Recording(int status, Map<String, String> headers, String body) {

    public static Recording of(int status, String body) {
        return new Recording(status, Map.of("content-type", "application/json; charset=utf-8"), body);
    }

    /** Reads a file with status line, headers, an empty line and the body, as X sent it. */
    public static Recording from(String file) {
        String all = read(file);
        int end = all.indexOf("\n\n");
        List<String> head = (end < 0 ? all : all.substring(0, end)).lines().toList();
        Map<String, String> headers = new LinkedHashMap<>();
        head.stream().skip(1).forEach(line -> {
            int colon = line.indexOf(": ");
            headers.put(line.substring(0, colon), line.substring(colon + 2));
        });
        int status =
                Integer.parseInt(head.getFirst().substring("HTTP/1.1 ".length()).substring(0, 3));
        return new Recording(status, headers, end < 0 ? "" : all.substring(end + 2));
    }

    public Recording with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Recording(status, more, body);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static String read(String file) {
        try (InputStream in = Recording.class.getResourceAsStream("/recorded/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
