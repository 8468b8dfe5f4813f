package com.dmverify.x.error;

import com.dmverify.x.RateLimits;
import com.dmverify.x.XError;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A response of X that is not a success. */
public final class ErrorResponse {

    private final int status;
    private final List<ApiError> errors;
    private final boolean write;

    /**
     * Reads an error response.
     *
     * @param status the HTTP status, possibly 200
     * @param body the JSON; a missing node if it is not JSON
     * @param write whether the call changes something at X
     */
    public ErrorResponse(int status, JsonNode body, boolean write) {
        this.status = status;
        this.errors = ApiErrors.in(body);
        this.write = write;
    }

    /**
     * The typed error. {@code Throttled} names the reset of the exhausted windows, or {@code retryAfter} if that is
     * later.
     */
    public XError error(RateLimits limits, @Nullable Instant retryAfter) {
        String detail = errors.isEmpty()
                ? "HTTP " + status + " without a message"
                : mostSpecific().detail();
        return switch (meaning()) {
            case TARGET_UNKNOWN -> new XError.TargetUnknown(detail, status);
            case TARGET_SUSPENDED -> new XError.TargetSuspended(detail, status);
            case TARGET_CLOSED -> new XError.TargetClosed(detail, status);
            case SENDER_RESTRICTED -> new XError.SenderRestricted(detail, status);
            case APP_MISCONFIGURED -> new XError.AppMisconfigured(detail, status);
            case CLOCK_SKEWED -> new XError.ClockSkewed(detail, status);
            case OUT_OF_CREDITS -> new XError.OutOfCredits(detail, status);
            case THROTTLED -> new XError.Throttled(until(limits, retryAfter), detail, status);
            case DUPLICATE -> write ? new XError.UnknownOutcome(detail, status) : new XError.Rejected(detail, status);
            case UNCLEAR -> write ? new XError.UnclearRefusal(detail, status) : new XError.Rejected(detail, status);
            case REJECTED -> new XError.Rejected(detail, status);
            case BROKEN -> broken(detail);
        };
    }

    /** Whether X refused the request because our clock is wrong. */
    public boolean blamesTheClock() {
        return meaning() == Meaning.CLOCK_SKEWED;
    }

    /** Whether X does not accept the credentials (any more). */
    public boolean deniesCredentials() {
        return ErrorTable.deniesCredentials(status);
    }

    /** Whether the requested resource does not exist. */
    public boolean isAbsence() {
        return ErrorTable.isAbsence(status);
    }

    /** Whether the requested subscription exists already. */
    public boolean isAlreadySubscribed() {
        return errors.stream().anyMatch(ErrorTable::isAlreadySubscribed);
    }

    // X does not document that a write that failed with a 5xx had no effect.
    private XError broken(String detail) {
        return write && !ErrorTable.provesNothingWasDone(status)
                ? new XError.UnknownOutcome(detail, status)
                : new XError.Unavailable(detail, status);
    }

    private Meaning meaning() {
        return errors.isEmpty() ? ErrorTable.meaningOfPage(status) : ErrorTable.meaning(status, mostSpecific());
    }

    /** The first error that is more specific than "your request is wrong", preferably a known one. */
    private ApiError mostSpecific() {
        return errors.stream()
                .min(Comparator.comparing(error -> switch (ErrorTable.meaning(status, error)) {
                    case UNCLEAR -> 2;
                    case REJECTED -> 1;
                    default -> 0;
                }))
                .orElseThrow();
    }

    private static @Nullable Instant until(RateLimits limits, @Nullable Instant retryAfter) {
        Optional<Instant> exhausted = limits.exhaustedUntil();
        if (retryAfter == null) {
            return exhausted.orElse(null);
        }
        return exhausted.filter(retryAfter::isBefore).orElse(retryAfter);
    }
}
