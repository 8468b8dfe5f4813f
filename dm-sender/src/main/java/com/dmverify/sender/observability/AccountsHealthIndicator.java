package com.dmverify.sender.observability;

import com.dmverify.sender.account.Account;
import com.dmverify.sender.account.AccountBlock;
import com.dmverify.sender.account.Accounts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Shows of each account whether X lets it send, and if not why. A blocked account concerns its operator: the others go on, so
 * it never makes a replica unready.
 */
public final class AccountsHealthIndicator implements HealthIndicator {

    private static final String BLOCKED = "BLOCKED";

    private final Accounts accounts;

    public AccountsHealthIndicator(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (Account account : accounts.all()) {
            Optional<AccountBlock> block = account.breaker().block();
            block.ifPresent(_ -> health.status(BLOCKED));
            health.withDetail(
                    account.name(),
                    block.<Object>map(AccountsHealthIndicator::explained).orElseGet(() -> sending(account)));
        }
        return health.build();
    }

    private static String sending(Account account) {
        int unclear = account.suspicion().unclear();
        return unclear == 0
                ? "sending"
                : "sending; suspect, since X refused " + unclear + " and did not say because of whom";
    }

    private static Map<String, Object> explained(AccountBlock block) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("reason", block.word());
        details.put("x_says", block.detail());
        details.put("since", block.since().toString());
        details.put("next_try", block.nextTry().toString());
        return details;
    }
}
