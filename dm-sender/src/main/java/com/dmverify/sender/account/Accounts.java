package com.dmverify.sender.account;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All accounts that this sender was given. */
public final class Accounts {

    private final Map<String, Account> byName;

    /** Refuses to be empty with {@link IllegalArgumentException}. */
    public Accounts(Collection<Account> accounts) {
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("No X account to send with: configure dm-verify.accounts.<name>");
        }
        byName = accounts.stream().collect(Collectors.toUnmodifiableMap(Account::name, Function.identity()));
    }

    /** The account of this name. */
    public Optional<Account> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Every account, in the order of the names. */
    public List<Account> all() {
        return byName.values().stream()
                .sorted(Comparator.comparing(Account::name))
                .toList();
    }
}
