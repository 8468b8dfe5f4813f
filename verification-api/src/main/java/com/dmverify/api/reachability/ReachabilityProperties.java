package com.dmverify.api.reachability;

import com.dmverify.api.store.limit.Quota;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How X is asked whether a message would reach a person.
 *
 * @param answerWithin how long an answer waits for a look-up; then it says that it does not know
 * @param pollEvery how often it looks meanwhile whether the look-up came back
 * @param orderWithin X is not asked later than this after the order: its answer still helps the next request
 * @param keepAnswers for how long X is not asked again: people follow and change settings
 * @param keepFailures the same when X could not be asked
 * @param perKeyMinute requests of one API key and minute; each may cost a look-up of the account. 0: no limit
 */
@ConfigurationProperties("dm-verify.reachability")
record ReachabilityProperties(
        @DefaultValue("2s") Duration answerWithin,
        @DefaultValue("100ms") Duration pollEvery,
        @DefaultValue("15s") Duration orderWithin,
        @DefaultValue("5m") Duration keepAnswers,
        @DefaultValue("15s") Duration keepFailures,
        @DefaultValue("60") int perKeyMinute) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    ReachabilityProperties {
        if (!pollEvery.isPositive()
                || !orderWithin.isPositive()
                || !keepAnswers.isPositive()
                || !keepFailures.isPositive()
                || answerWithin.isNegative()
                || perKeyMinute < 0) {
            throw new IllegalArgumentException("dm-verify.reachability: durations are positive, and limits 0 or more");
        }
    }

    List<Quota> quotas() {
        return perKeyMinute == 0 ? List.of() : List.of(new Quota("reachability-per-key-minute", perKeyMinute, MINUTE));
    }
}
