package com.dmverify.sender.account;

import com.dmverify.events.DmReason;
import com.dmverify.schemas.ReasonWords;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why an account sends nothing for the moment.
 *
 * @param reason as in {@code DmAttempted.reason}; null if X throttles: then an order that comes too late missed its deadline
 * @param detail what X wrote, for operators
 * @param since when it began
 * @param nextTry when one message probes whether it is over
 */
public record AccountBlock(@Nullable DmReason reason, String detail, Instant since, Instant nextTry) {

    static AccountBlock throttle(String detail, Instant since, Instant until) {
        return new AccountBlock(null, detail, since, until);
    }

    /** The reason in lower case, for health, logs and headers. */
    public String word() {
        return Objects.requireNonNullElse(ReasonWords.of(reason), "throttled");
    }

    /** The same block, probed at another time. */
    AccountBlock until(Instant next) {
        return new AccountBlock(reason, detail, since, next);
    }
}
