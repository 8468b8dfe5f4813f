package com.dmverify.api.optout;

import com.dmverify.api.tenant.Caller;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.UserId;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Adds or lifts an opt-out for an operator, who heard from the person in another way. It does what STOP and START do. */
@Component
public class OperateOptOut {

    private static final Logger LOG = LoggerFactory.getLogger(OperateOptOut.class);

    private final ApplyOptOut applyOptOut;
    private final Clock clock;

    OperateOptOut(ApplyOptOut applyOptOut, Clock clock) {
        this.applyOptOut = applyOptOut;
        this.clock = clock;
    }

    /** Done when the state is kept and what is open has ended. */
    public Mono<Void> change(SendingAccount account, UserId person, boolean optedOut, Caller by) {
        Contact with = new Contact(account.userId(), person);
        Instant now = clock.instant();
        Mono<Void> change = optedOut
                ? applyOptOut.apply(with, new OptOut(OptOut.Kind.OPTED_OUT, now))
                : applyOptOut.lift(with, now);
        return change.doOnSuccess(done -> LOG.atInfo()
                .addKeyValue("account", account.name())
                .addKeyValue("state", optedOut ? "opted_out" : "opted_in")
                .addKeyValue("by", by.tenant() + " " + by.key())
                .log("opt_out.changed_by_operator"));
    }
}
