package com.dmverify.api.tenant;

import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.UserId;
import com.dmverify.text.SafeLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sending accounts, by name. */
public final class Accounts {

    /** Between name and lane in the key of an order. */
    private static final String LANE_MARK = "#";

    private final Map<String, SendingAccount> byName = new LinkedHashMap<>();

    Accounts(Map<String, TenantProperties.Account> configured) {
        configured.forEach((name, account) -> byName.put(name, checked(name, account)));
    }

    private static SendingAccount checked(String name, TenantProperties.Account account) {
        try {
            if (name.contains(LANE_MARK)) {
                throw new IllegalArgumentException("a name has no " + LANE_MARK + ", which marks lanes");
            }
            Handle handle = Handle.typed(account.handle());
            String brand = account.brand() == null ? handle.value() : SafeLine.of(account.brand());
            return new SendingAccount(name, handle, new UserId(account.userId()), account.lanes(), brand);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("dm-verify.accounts." + name + ": " + e.getMessage(), e);
        }
    }

    /** Returns the account with this name. The configuration is checked at start, so it exists. */
    SendingAccount named(String name) {
        SendingAccount account = byName.get(name);
        if (account == null) {
            throw new IllegalStateException("dm-verify.accounts has no '" + name + "'");
        }
        return account;
    }

    /** Returns the accounts with this X user id. More than one name for an X account is unusual, but allowed. */
    public List<SendingAccount> withUserId(UserId userId) {
        return byName.values().stream()
                .filter(account -> account.userId().equals(userId))
                .toList();
    }

    /** The account with this name. */
    public Optional<SendingAccount> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Set<String> names() {
        return Set.copyOf(byName.keySet());
    }

    public List<SendingAccount> all() {
        return List.copyOf(byName.values());
    }
}
