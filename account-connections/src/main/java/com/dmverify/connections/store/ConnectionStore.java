package com.dmverify.connections.store;

import com.dmverify.connections.connection.Connection;
import com.dmverify.connections.seal.BrokenSealException;
import java.util.Optional;

/**
 * The connections of all accounts, shared by all replicas. Every method may throw {@link
 * org.springframework.dao.DataAccessException} if the store is away; then nothing is known.
 */
public interface ConnectionStore {

    /**
     * The connection of this account.
     *
     * @throws BrokenSealException if it cannot be opened
     */
    Optional<Stored> read(String account);

    /**
     * Writes the next state, unless another writer was faster: then it is empty, and nothing was done.
     *
     * @throws UnansweredWriteException if it is unknown whether it was written
     */
    Optional<Stored> replace(String account, Stored read, Connection next);

    /** An operator's word: whatever was there. */
    Stored put(String account, Connection connection);

    /** Forgets the account's connection. */
    void forget(String account);
}
