package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.access.Caller;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.fault.FaultName;
import com.dmverify.sandbox.fault.Faults;
import com.dmverify.sandbox.limit.Budget;
import com.dmverify.sandbox.limit.FreeReplies;
import com.dmverify.sandbox.person.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Takes the call from X's rate limit windows. */
@Component
class LimitCheck {

    private static final Duration USUAL_WAIT = Duration.ofSeconds(1);
    private static final Duration IN_THE_PAST = Duration.ofMinutes(1);

    private final Budget budget;
    private final FreeReplies freeReplies;
    private final Faults faults;
    private final Clock clock;

    LimitCheck(Budget budget, FreeReplies freeReplies, Faults faults, Clock clock) {
        this.budget = budget;
        this.freeReplies = freeReplies;
        this.faults = faults;
        this.clock = clock;
    }

    void examine(ApiRequest request) {
        if (faults.take(FaultName.TOO_MANY_REQUESTS_NO_HEADERS, request).isPresent()) {
            throw ApiException.of(ApiError.RATE_LIMITED);
        }
        if (faults.take(FaultName.TOO_MANY_REQUESTS_NOW, request).isPresent()) {
            throw ApiException.of(ApiError.RATE_LIMITED)
                    .with(usedUp(clock.instant().minus(IN_THE_PAST)))
                    .with("retry-after", "0");
        }
        faults.take(FaultName.TOO_MANY_REQUESTS, request).ifPresent(fault -> {
            throw ApiException.of(ApiError.RATE_LIMITED)
                    .with(usedUp(clock.instant().plus(fault.delayOr(USUAL_WAIT))));
        });
        request.limitHeaders(take(request));
    }

    private Map<String, String> take(ApiRequest request) {
        Caller caller = request.caller();
        Endpoint endpoint = request.endpoint();
        Person user = caller.user();
        if (endpoint.sendsDm()) {
            return isFree(request)
                    ? Map.of()
                    : budget.takeDm(
                            request.call().apiVersion(),
                            caller.me().idText(),
                            caller.app().id());
        }
        return user == null
                ? budget.takeRead(endpoint.name(), "app " + caller.app().id(), endpoint.perApp())
                : budget.takeRead(endpoint.name(), user.idText(), endpoint.perUser());
    }

    /** Replies within v1.1's customer service window do not count. */
    private boolean isFree(ApiRequest request) {
        if (request.endpoint() != Endpoint.V1_DM_SEND) {
            return false;
        }
        OptionalLong recipient = CallParticipants.recipient(request.call());
        return recipient.isPresent() && freeReplies.take(request.me().id(), recipient.getAsLong());
    }

    private static Map<String, String> usedUp(Instant reset) {
        return Map.of(
                "x-rate-limit-limit", "15",
                "x-rate-limit-remaining", "0",
                "x-rate-limit-reset", Long.toString(Math.ceilDiv(reset.toEpochMilli(), 1000L)));
    }
}
