package com.dmverify.connections.x;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every account of the configuration that is connected by OAuth 2.0, in the order of the names. */
public record ConnectedAccounts(List<ConnectedAccount> all) {

    public ConnectedAccounts {
        all = all.stream().sorted(Comparator.comparing(ConnectedAccount::name)).toList();
    }

    /** The account of this name. */
    public Optional<ConnectedAccount> find(String name) {
        return all.stream().filter(account -> account.name().equals(name)).findFirst();
    }
}
