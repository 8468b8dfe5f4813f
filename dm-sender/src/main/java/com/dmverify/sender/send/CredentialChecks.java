package com.dmverify.sender.send;

import com.dmverify.sender.account.Account;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.account.Breaker;
import com.dmverify.x.XError;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks X who each account is, so that an account with wrong credentials shows before its first order. What X says of one
 * is its own matter; where X says nothing it is asked again, and orders go on meanwhile.
 */
public final class CredentialChecks {

    private static final Logger LOG = LoggerFactory.getLogger(CredentialChecks.class);

    private final Accounts accounts;

    public CredentialChecks(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Asks for all whom X has not confirmed, side by side; returns when all answers are here or given up. */
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
                .ifPresentOrElse(error -> heed(account, error), () -> welcome(account.breaker()));
    }

    private static void heed(Account account, XError error) {
        // What is in trouble already has its own time for the next try.
        Reason.ofAccount(error)
                .filter(_ -> account.breaker().block().isEmpty())
                .map(reason -> account.breaker().trip(reason.word(), error.detail()))
                .ifPresent(block -> LOG.atError()
                        .addKeyValue("account", account.name())
                        .addKeyValue("reason", block.reason())
                        .addKeyValue("detail", block.detail())
                        .log("account.blocked"));
    }

    /** X takes the credentials: what it said against them before is over. */
    private static void welcome(Breaker breaker) {
        breaker.block()
                .filter(block -> block.reason().equals(Reason.APP_MISCONFIGURED.word()))
                .ifPresent(_ -> breaker.close());
    }
}
