package com.dmverify.x.error;

import com.dmverify.x.RateLimits;
import com.dmverify.x.XError;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An answer of X that is not a success. */
public final class Refusal {

    private final int status;
    private final List<Complaint> complaints;
    private final boolean write;

    /**
     * Reads a refusal.
     *
     * @param status the HTTP status, possibly 200
     * @param body its JSON; a missing node if it was none
     * @param write whether the call changes something at X
     */
    public Refusal(int status, JsonNode body, boolean write) {
        this.status = status;
        this.complaints = Complaints.in(body);
        this.write = write;
    }

    /** The typed error; a throttled one waits for the exhausted buckets, or for {@code retryAfter} where that is later. */
    public XError error(RateLimits limits, @Nullable Instant retryAfter) {
        String detail = complaints.isEmpty()
                ? "HTTP " + status + " without a message"
                : telling().detail();
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

    /** Whether X refused because our clock is off. */
    public boolean blamesTheClock() {
        return meaning() == Meaning.CLOCK_SKEWED;
    }

    /** Whether X does not take the credentials, or not any more. */
    public boolean deniesCredentials() {
        return ErrorTable.deniesCredentials(status);
    }

    /** Whether what was asked for does not exist. */
    public boolean isAbsence() {
        return ErrorTable.isAbsence(status);
    }

    /** Whether the subscription that was asked for exists already. */
    public boolean isAlreadySubscribed() {
        return complaints.stream().anyMatch(ErrorTable::isAlreadySubscribed);
    }

    // Over capacity or not, X gives no promise that a broken write left nothing behind.
    private XError broken(String detail) {
        return write && !ErrorTable.provesNothingWasDone(status)
                ? new XError.UnknownOutcome(detail, status)
                : new XError.Unavailable(detail, status);
    }

    private Meaning meaning() {
        return complaints.isEmpty() ? ErrorTable.meaningOfPage(status) : ErrorTable.meaning(status, telling());
    }

    /** The first complaint that says more than "your request is wrong", and best one that we know. */
    private Complaint telling() {
        return complaints.stream()
                .min(Comparator.comparing(complaint -> switch (ErrorTable.meaning(status, complaint)) {
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
