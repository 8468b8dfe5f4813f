package com.dmverify.webhook.app;

import com.dmverify.x.UserId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The accounts that we send with, configured as for the other services. Only their ids are used: a message from one of
 * them is ours, for whichever account X delivers it.
 *
 * @param accounts by name; may be empty
 */
@ConfigurationProperties("dm-verify")
record AccountProperties(Map<String, Account> accounts) {

    AccountProperties(@Nullable Map<String, Account> accounts) {
        this.accounts = accounts == null ? Map.of() : Map.copyOf(accounts);
    }

    Set<UserId> ids() {
        return accounts.entrySet().stream()
                .filter(account -> account.getValue().hasId())
                .map(account -> UserIds.of(
                        "dm-verify.accounts." + account.getKey() + ".user-id",
                        account.getValue().userId()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * One account.
     *
     * @param userId its numeric id on X; may be missing
     */
    record Account(@Nullable String userId) {

        boolean hasId() {
            return userId != null && !userId.isBlank();
        }
    }
}
