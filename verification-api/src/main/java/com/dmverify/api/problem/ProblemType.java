package com.dmverify.api.problem;

import java.net.URI;
import java.util.Locale;

/** The types of problems that this service raises: status, title, and the stable code that clients may switch on. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request cannot be used"),
    UNAUTHENTICATED(401, "An API key is needed"),
    FORBIDDEN(403, "This API key may not do that"),
    STOPPED(403, "An operator has stopped this"),
    OPTED_OUT(403, "This person wants no messages"),
    NOT_FOUND(404, "There is no such thing"),
    ALREADY_VERIFIED(409, "The code was accepted already"),
    NOT_SENT_YET(409, "The message has not left yet"),
    WRONG_MODE(409, "Not in this mode of verification"),
    NO_SENDS_LEFT(409, "No more messages for this verification"),
    EXPIRED(410, "The code's life is over"),
    EXHAUSTED(410, "All tries were used"),
    CANCELED(410, "The verification was canceled"),
    FAILED(410, "The verification failed"),
    IDEMPOTENCY_CONFLICT(422, "This Idempotency-Key belongs to another request"),
    LIMITED(429, "A limit is reached"),
    COOL_DOWN(429, "Too early for another message"),
    UNAVAILABLE(503, "We cannot answer right now");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** For {@code code} in the body. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For {@code type} in the body; explained in {@code docs/problems.md}. */
    URI uri() {
        return URI.create("urn:dm-verify:problem:" + code());
    }
}
