package com.dmverify.webhook.problem;

import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Builds a problem response (RFC 9457) with a {@code code} for programs. */
public final class Problem {

    private final ProblemDetail body;
    private final HttpHeaders headers = new HttpHeaders();

    private Problem(HttpStatus status, String code) {
        body = ProblemDetail.forStatus(status);
        body.setTitle(status.getReasonPhrase());
        mark(body, code);
    }

    /** A problem of this status; the code is stable and part of the contract. */
    public static Problem of(HttpStatus status, String code) {
        return new Problem(status, code);
    }

    /** What is wrong and what to do, for people. */
    public Problem detail(String detail) {
        body.setDetail(detail);
        return this;
    }

    /** When to send the request again. */
    public Problem retryAfter(Duration after) {
        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, after.toSeconds())));
        return this;
    }

    /** The response with its media type. */
    public ResponseEntity<Object> response() {
        return ResponseEntity.status(body.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    static void mark(ProblemDetail body, String code) {
        body.setType(URI.create("urn:dm-verify:problem:" + code));
        body.setProperty("code", code);
    }
}
