package com.dmverify.api.optout;

import com.dmverify.api.outbox.OptOutPublisher;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.ProblemType;
import com.dmverify.api.store.person.OptOutChange;
import com.dmverify.api.store.person.OptOutStore;
import com.dmverify.api.tenant.Accounts;
import com.dmverify.api.trace.CurrentTrace;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.Target;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps platforms from writing to people who opted out, and tells dm-sender who they are. */
@Component
public class OptOutGuard {

    private final OptOutStore store;
    private final OptOutPublisher publisher;
    private final Accounts accounts;

    OptOutGuard(OptOutStore store, OptOutPublisher publisher, Accounts accounts) {
        this.store = store;
        this.publisher = publisher;
        this.accounts = accounts;
    }

    /**
     * Whether the target wants no messages from this account, as far as the target is known: who is behind a handle finds
     * dm-sender, which looks itself.
     */
    public Mono<Boolean> isOptedOut(SendingAccount account, Target target) {
        return target.userId() == null
                ? Mono.just(false)
                : standing(new Contact(account.userId(), target.userId())).hasElement();
    }

    /** The opt-out that stands; empty if none does. */
    public Mono<OptOut> standing(Contact with) {
        return store.find(with);
    }

    /** The person opted out (or in again) at that instant. An older word than the latest changes nothing. */
    Mono<Void> changed(Contact with, boolean optedOut, Instant at) {
        return Mono.deferContextual(context -> {
            List<OptOutChange> changes = accounts.withUserId(with.account()).stream()
                    .map(account -> new OptOutChange(
                            account.name(),
                            with.person(),
                            optedOut,
                            at,
                            CurrentTrace.in(context).orElse(null)))
                    .toList();
            return store.keep(with, changes).collectList().flatMap(publisher::publish);
        });
    }

    /** The answer to who wants to write to such a person, with what the person can do. */
    public static Problem refused(SendingAccount account) {
        String brand = account.handle().value();
        return Problem.of(
                ProblemType.OPTED_OUT,
                "This person answered STOP to @" + brand
                        + ". Do not ask again on your own; if they want it, they write START" + " to @" + brand
                        + ", and then you can start.");
    }
}
