package com.dmverify.api.optout;

import com.dmverify.api.outbox.EventRecords;
import com.dmverify.api.outbox.KafkaRecord;
import com.dmverify.api.outbox.OutboxRelay;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.ProblemType;
import com.dmverify.api.store.person.OptOutStore;
import com.dmverify.api.tenant.Accounts;
import com.dmverify.api.tenant.UnknownAccountException;
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
    private final EventRecords records;
    private final OutboxRelay relay;
    private final Accounts accounts;

    OptOutGuard(OptOutStore store, EventRecords records, OutboxRelay relay, Accounts accounts) {
        this.store = store;
        this.records = records;
        this.relay = relay;
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

    /**
     * Records that the person opted out (or in again) at that instant. An older change than the latest has no effect. Errors
     * with an {@link UnknownAccountException} if no account of this replica has the id.
     */
    Mono<Void> changed(Contact with, boolean optedOut, Instant at) {
        return Mono.deferContextual(context -> {
            List<KafkaRecord> changes = accounts.withUserId(with.account()).stream()
                    .map(account -> records.ofOptOut(
                            account,
                            with.person(),
                            optedOut,
                            at,
                            CurrentTrace.in(context).orElse(null)))
                    .toList();
            if (changes.isEmpty()) {
                return Mono.error(new UnknownAccountException(with.account()));
            }
            return store.keep(with, optedOut, at, changes)
                    .doOnNext(relay::publish)
                    .then();
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
