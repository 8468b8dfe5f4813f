package com.dmverify.connections.store;

import com.dmverify.connections.connection.Connection;
import com.dmverify.connections.seal.BrokenSealException;
import java.util.Optional;

/**
 * Stores the connections of all accounts, shared by all replicas. Every method throws {@link
 * org.springframework.dao.DataAccessException} if the store is unavailable.
 */
public interface ConnectionStore {

    /**
     * The connection of this account.
     *
     * @throws BrokenSealException if it cannot be decrypted
     */
    Optional<StoredConnection> read(String account);

    /**
     * Writes the next state by compare-and-set. Empty if another writer was faster; then nothing was written.
     *
     * @throws UnansweredWriteException if it is unknown whether it was written
     */
    Optional<StoredConnection> replace(String account, StoredConnection read, Connection next);

    /** Replaces the connection unconditionally, after an operator's consent. */
    StoredConnection put(String account, Connection connection);

    /** Deletes the account's connection. */
    void forget(String account);
}
