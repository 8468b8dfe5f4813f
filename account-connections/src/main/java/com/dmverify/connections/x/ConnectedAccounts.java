package com.dmverify.connections.x;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The accounts with OAuth 2.0 in the configuration, ordered by name. */
public record ConnectedAccounts(List<ConnectedAccount> all) {

    public ConnectedAccounts {
        all = all.stream().sorted(Comparator.comparing(ConnectedAccount::name)).toList();
    }

    /** The account of this name. */
    public Optional<ConnectedAccount> find(String name) {
        return all.stream().filter(account -> account.name().equals(name)).findFirst();
    }
}
