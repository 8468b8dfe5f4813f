package com.dmverify.sender.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The circuit breaker of an account that X does not let send.
 *
 * @param first the first pause, before one message probes whether the account works again
 * @param longest upper bound of the pause, so that a repaired account is noticed
 */
@ConfigurationProperties("dm-verify.sender.breaker")
record BreakerProperties(
        @DefaultValue("5s") Duration first,
        @DefaultValue("2m") Duration longest) {

    Breaker.Pauses pauses() {
        return new Breaker.Pauses(first, longest);
    }
}
