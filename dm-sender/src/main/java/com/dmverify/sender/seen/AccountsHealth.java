package com.dmverify.sender.seen;

import com.dmverify.sender.account.Account;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.account.Trouble;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Says of each account whether X lets it send, and if not why. An account in trouble is its operator's matter and not
 * the service's: the others go on, so this never makes a replica unready.
 */
public final class AccountsHealth implements HealthIndicator {

    private static final String TROUBLED = "TROUBLED";

    private final Accounts accounts;

    public AccountsHealth(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (Account account : accounts.all()) {
            Optional<Trouble> trouble = account.breaker().trouble();
            trouble.ifPresent(_ -> health.status(TROUBLED));
            health.withDetail(
                    account.name(),
                    trouble.<Object>map(AccountsHealth::explained).orElse("sending"));
        }
        return health.build();
    }

    private static Map<String, Object> explained(Trouble trouble) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("reason", trouble.reason());
        details.put("x_says", trouble.detail());
        details.put("since", trouble.since().toString());
        details.put("next_try", trouble.nextTry().toString());
        return details;
    }
}
