package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.access.Caller;
import com.dmverify.sandbox.fault.FaultName;
import com.dmverify.sandbox.fault.Faults;
import com.dmverify.sandbox.limit.Allowance;
import com.dmverify.sandbox.limit.Budget;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Is there room in X's windows? */
@Component
class LimitCheck {

    private static final Duration USUAL_WAIT = Duration.ofSeconds(1);
    private static final Duration IN_THE_PAST = Duration.ofMinutes(1);

    private final Budget budget;
    private final Allowance allowance;
    private final Faults faults;
    private final Clock clock;

    LimitCheck(Budget budget, Allowance allowance, Faults faults, Clock clock) {
        this.budget = budget;
        this.allowance = allowance;
        this.faults = faults;
        this.clock = clock;
    }

    void examine(Attempt attempt) {
        if (faults.take(FaultName.TOO_MANY_REQUESTS_NO_HEADERS, attempt).isPresent()) {
            throw Refused.because(Refusal.RATE_LIMITED);
        }
        if (faults.take(FaultName.TOO_MANY_REQUESTS_NOW, attempt).isPresent()) {
            throw Refused.because(Refusal.RATE_LIMITED)
                    .with(usedUp(clock.instant().minus(IN_THE_PAST)))
                    .with("retry-after", "0");
        }
        faults.take(FaultName.TOO_MANY_REQUESTS, attempt).ifPresent(fault -> {
            throw Refused.because(Refusal.RATE_LIMITED)
                    .with(usedUp(clock.instant().plus(fault.delayOr(USUAL_WAIT))));
        });
        attempt.limitHeaders(take(attempt));
    }

    private Map<String, String> take(Attempt attempt) {
        Caller caller = attempt.caller();
        Endpoint endpoint = attempt.endpoint();
        Person user = caller.user();
        if (endpoint.sendsDm()) {
            return isFree(attempt)
                    ? Map.of()
                    : budget.takeDm(
                            attempt.call().generation(),
                            caller.me().idText(),
                            caller.app().id());
        }
        return user == null
                ? budget.takeRead(endpoint.name(), "app " + caller.app().id(), endpoint.perApp())
                : budget.takeRead(endpoint.name(), user.idText(), endpoint.perUser());
    }

    /** v1.1's customer service: an answer costs nothing. */
    private boolean isFree(Attempt attempt) {
        if (attempt.endpoint() != Endpoint.V1_DM_SEND) {
            return false;
        }
        OptionalLong recipient = Mentions.recipient(attempt.call());
        return recipient.isPresent() && allowance.take(attempt.me().id(), recipient.getAsLong());
    }

    private static Map<String, String> usedUp(Instant reset) {
        return Map.of(
                "x-rate-limit-limit", "15",
                "x-rate-limit-remaining", "0",
                "x-rate-limit-reset", Long.toString(Math.ceilDiv(reset.toEpochMilli(), 1000L)));
    }
}
