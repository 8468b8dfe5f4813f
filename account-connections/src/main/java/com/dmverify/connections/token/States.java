package com.dmverify.connections.token;

import com.dmverify.connections.connection.Connection;
import com.dmverify.connections.connection.Renewal;
import com.dmverify.connections.connection.Trouble;
import com.dmverify.connections.x.ConnectedAccount;
import java.time.Instant;

/** Says in an operator's words how a connection stands. */
final class States {

    private static final String ADVICE = "; X may have spent the refresh token, so reconnect rather than wait";
    private static final String DIED = "a renewal was begun and never ended" + ADVICE;

    private States() {}

    static ConnectionState of(ConnectedAccount account, Connection connection, Instant now) {
        return account.objectionTo(connection.grant())
                .<ConnectionState>map(reason -> new ConnectionState.ReconnectNeeded(reason, null))
                .orElseGet(() -> of(connection, now));
    }

    private static String advised(Trouble trouble) {
        return trouble.doubtful() ? trouble.reason() + ADVICE : trouble.reason();
    }

    private static ConnectionState of(Connection connection, Instant now) {
        String handle = connection.grant().owner().handle();
        Instant until = connection.tokens().endsAt();
        return switch (connection.renewal()) {
            case Renewal.Resting _ -> new ConnectionState.Connected(handle, until);
            case Renewal.UnderWay(Instant leaseEnd, Trouble before) -> {
                if (!connection.underWay(now)) {
                    yield new ConnectionState.Troubled(handle, until, DIED, until);
                }
                yield before == null
                        ? new ConnectionState.Connected(handle, until)
                        : new ConnectionState.Troubled(handle, until, advised(before), leaseEnd);
            }
            case Renewal.Postponed(Instant nextTry, Trouble trouble) ->
                new ConnectionState.Troubled(handle, until, advised(trouble), nextTry);
            case Renewal.Refused(String reason, Instant since) -> new ConnectionState.ReconnectNeeded(reason, since);
        };
    }
}
