package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.fault.Fault;
import com.dmverify.sandbox.fault.FaultName;
import com.dmverify.sandbox.fault.Faults;
import com.dmverify.sandbox.http.HttpDate;
import com.dmverify.sandbox.signature.OAuthHeader;
import com.dmverify.sandbox.signature.Signatures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Checks the timestamp. With the fault {@code clock_skew}, requests with the right time get code 135 and a {@code Date} with the
 * wrong time; requests with the time of that {@code Date} are accepted, also when the fault is used up.
 */
@Component
class ClockCheck {

    private static final Duration USUAL_SKEW = Duration.ofHours(1);

    private final Signatures signatures;
    private final Faults faults;
    private final HttpDate date;
    private final Clock clock;

    ClockCheck(Signatures signatures, Faults faults, HttpDate date, Clock clock) {
        this.signatures = signatures;
        this.faults = faults;
        this.date = date;
        this.clock = clock;
    }

    void examine(ApiRequest request, OAuthHeader header) {
        Instant now = clock.instant();
        Optional<Fault> ordered = faults.find(FaultName.CLOCK_SKEW, request);
        if (ordered.isPresent()) {
            Instant wrong = now.plus(ordered.get().delayOr(USUAL_SKEW));
            if (signatures.isCurrent(header, wrong)) {
                return;
            }
            if (faults.take(FaultName.CLOCK_SKEW, request).isPresent()) {
                throw ApiException.of(ApiError.TIMESTAMP_OUT_OF_BOUNDS).with("date", date.at(wrong));
            }
        }
        if (!signatures.isCurrent(header, now)) {
            throw ApiException.of(ApiError.TIMESTAMP_OUT_OF_BOUNDS);
        }
    }
}
