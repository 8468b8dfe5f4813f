package com.dmverify.api.refusal;

import com.dmverify.api.problem.Kind;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.store.people.Refusals;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.Target;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps platforms from writing to people who opted out. */
@Component
public class OptOuts {

    private final Refusals refusals;

    OptOuts(Refusals refusals) {
        this.refusals = refusals;
    }

    /**
     * Whether the target wants no messages from this account, as far as the target is known: who is behind a new handle is known
     * only when the sender found out.
     */
    public Mono<Boolean> isOptedOut(SendingAccount account, Target target) {
        return refusals.isOptedOut(account.userId(), target);
    }

    /** The answer to who wants to write to such a person, with what the person can do. */
    public static Problem refused(SendingAccount account) {
        String brand = account.handle().value();
        return Problem.of(
                Kind.OPTED_OUT,
                "This person answered STOP to @%s. Do not ask again on your own; if they want it, they write START to @%s, and"
                                .formatted(brand, brand)
                        + " then you can start.");
    }
}
