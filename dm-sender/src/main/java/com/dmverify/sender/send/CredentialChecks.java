package com.dmverify.sender.send;

import com.dmverify.events.DmReason;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.account.Breaker;
import com.dmverify.sender.error.XErrorPolicy;
import com.dmverify.x.XError;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls {@code GET /2/users/me} for each account, so that wrong credentials show before the first order. The answer for one
 * account concerns no other. Without an answer the call is repeated later, and orders go on meanwhile.
 */
public final class CredentialChecks {

    private static final Logger LOG = LoggerFactory.getLogger(CredentialChecks.class);

    private final Accounts accounts;

    public CredentialChecks(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Checks all accounts that X has not confirmed, in parallel. Returns when every call has ended. */
    public void make() {
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            accounts.all().stream()
                    .filter(account -> !account.x().credentialOwner().isConfirmed())
                    .forEach(account -> together.execute(() -> make(account)));
        }
    }

    private static void make(Account account) {
        account.x()
                .credentialOwner()
                .ask()
                .ifPresentOrElse(error -> objected(account, error), () -> confirmed(account.breaker()));
    }

    private static void objected(Account account, XError error) {
        // An account that is blocked already has its own time for the next try.
        XErrorPolicy.accountReason(error)
                .filter(_ -> account.breaker().block().isEmpty())
                .map(reason -> account.breaker().trip(reason, error.detail()))
                .ifPresent(block -> LOG.atError()
                        .addKeyValue("account", account.name())
                        .addKeyValue("reason", block.word())
                        .addKeyValue("detail", block.detail())
                        .log("account.blocked"));
    }

    /** X accepts the credentials: an earlier objection is over. */
    private static void confirmed(Breaker breaker) {
        breaker.block()
                .filter(block -> block.reason() == DmReason.APP_MISCONFIGURED)
                .ifPresent(_ -> breaker.close());
    }
}
