package com.dmverify.connections.token;

import com.dmverify.connections.connection.Connection;
import com.dmverify.connections.connection.RefreshFailure;
import com.dmverify.connections.connection.RefreshState;
import com.dmverify.connections.x.ConnectedAccount;
import java.time.Instant;

/** Maps a connection to its state for operators. */
final class ConnectionStates {

    private static final String ADVICE = "; X may have used up the refresh token, so reconnect rather than wait";
    private static final String DIED = "a token refresh was started and never finished" + ADVICE;

    private ConnectionStates() {}

    static ConnectionState of(ConnectedAccount account, Connection connection, Instant now) {
        return account.mismatchWith(connection.grant())
                .<ConnectionState>map(reason -> new ConnectionState.ReconnectNeeded(reason, null))
                .orElseGet(() -> of(connection, now));
    }

    private static String advised(RefreshFailure failure) {
        return failure.inDoubt() ? failure.reason() + ADVICE : failure.reason();
    }

    private static ConnectionState of(Connection connection, Instant now) {
        String handle = connection.grant().owner().handle();
        Instant until = connection.tokens().endsAt();
        return switch (connection.refresh()) {
            case RefreshState.Idle _ -> new ConnectionState.Connected(handle, until);
            case RefreshState.InProgress(Instant leaseEnd, RefreshFailure before) -> {
                if (!connection.inProgress(now)) {
                    yield new ConnectionState.RefreshFailing(handle, until, DIED, until);
                }
                yield before == null
                        ? new ConnectionState.Connected(handle, until)
                        : new ConnectionState.RefreshFailing(handle, until, advised(before), leaseEnd);
            }
            case RefreshState.Postponed(Instant nextTry, RefreshFailure failure) ->
                new ConnectionState.RefreshFailing(handle, until, advised(failure), nextTry);
            case RefreshState.Refused(String reason, Instant since) ->
                new ConnectionState.ReconnectNeeded(reason, since);
        };
    }
}
