package com.dmverify.api.reachability;

import com.dmverify.api.verification.NextAction;
import com.dmverify.api.verification.SendingAccount;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a message would reach a person now.
 *
 * @param reachable {@code yes}, {@code no} or {@code unknown}
 * @param reason why not, or why it is not known; null where there is nothing to say
 * @param nextAction what the person can do about it; null if nothing helps, or nothing is needed
 * @param eta when a message that is started now would probably leave; null if it would not, or that is not known
 */
record ReachabilityResource(
        @Schema(allowableValues = {"yes", "no", "unknown"}) String reachable,
        @Nullable String reason,
        @Nullable Action nextAction,
        @Nullable Instant eta) {

    /** @param locale of the texts */
    static ReachabilityResource of(Reachability found, SendingAccount account, String locale, @Nullable Instant eta) {
        return new ReachabilityResource(
                found.verdict().wire(), found.reason(), found.isClosed() ? Action.of(account, locale) : null, eta);
    }

    /**
     * What the person can do.
     *
     * @param or another way; left out where there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReachabilityAction")
    record Action(
            String type, String url, String text, @Nullable Action or) {

        static Action of(SendingAccount account, String locale) {
            NextAction write = NextAction.write(account, locale);
            NextAction follow = NextAction.follow(account, locale);
            return new Action(
                    follow.type(),
                    follow.url(),
                    follow.text(),
                    new Action(write.type(), write.url(), write.text(), null));
        }
    }
}
