package com.dmverify.sandbox.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTP response; headers can be added until it is written. */
public final class Reply {

    private static final byte[] NOTHING = {};

    private final int status;
    private final byte[] body;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Duration delay = Duration.ZERO;
    private boolean dropped;

    private Reply(int status, @Nullable String contentType, byte[] body) {
        this.status = status;
        this.body = body;
        if (contentType != null) {
            headers.put("content-type", contentType);
        }
    }

    public static Reply json(int status, Object body) {
        return new Reply(status, "application/json;charset=utf-8", Json.bytes(body));
    }

    public static Reply problem(int status, Object body) {
        return new Reply(status, "application/problem+json", Json.bytes(body));
    }

    public static Reply text(int status, String contentType, byte[] body) {
        return new Reply(status, contentType, body);
    }

    /** A 204 as v1.1 sends it, with the content type HTML. */
    public static Reply noContent() {
        return new Reply(204, "text/html;charset=utf-8", NOTHING);
    }

    public static Reply redirect(String location) {
        return new Reply(302, null, NOTHING).header("location", location);
    }

    public Reply header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Reply headers(Map<String, String> more) {
        headers.putAll(more);
        return this;
    }

    /** Delays the response by this time. */
    public Reply after(Duration time) {
        delay = time;
        return this;
    }

    /** Closes the connection instead of sending the response. */
    public Reply drop() {
        dropped = true;
        return this;
    }

    public int status() {
        return status;
    }

    public byte[] body() {
        return body;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Duration delay() {
        return delay;
    }

    public boolean isDropped() {
        return dropped;
    }
}
