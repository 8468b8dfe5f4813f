package com.dmverify.api.tenant;

import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.UserId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sending accounts, by name. */
final class Accounts {

    private final Map<String, SendingAccount> byName = new LinkedHashMap<>();

    Accounts(Map<String, TenantProperties.Account> configured) {
        configured.forEach((name, account) -> byName.put(
                name, new SendingAccount(name, Handle.typed(account.handle()), new UserId(account.userId()))));
    }

    /** The account with this name; configuration is checked at start, so that it is there. */
    SendingAccount named(String name) {
        SendingAccount account = byName.get(name);
        if (account == null) {
            throw new IllegalStateException("dm-verify.accounts has no '" + name + "'");
        }
        return account;
    }
}
