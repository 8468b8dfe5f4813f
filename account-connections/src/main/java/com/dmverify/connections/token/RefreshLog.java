package com.dmverify.connections.token;

import com.dmverify.connections.x.RefreshResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs one event for each token refresh, never a token. */
final class RefreshLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshLog.class);

    private RefreshLog() {}

    static void log(String account, RefreshResult answer) {
        switch (answer) {
            case RefreshResult.Refreshed(var tokens) ->
                LOG.atInfo()
                        .addKeyValue("account", account)
                        .addKeyValue("until", tokens.endsAt())
                        .log("connection.tokens_refreshed");
            case RefreshResult.Refused(String reason) -> failed(account, "refused", reason);
            case RefreshResult.NotDone(String reason) -> failed(account, "not_done", reason);
            case RefreshResult.Unknown(String reason) -> failed(account, "unknown", reason);
        }
    }

    private static void failed(String account, String outcome, String reason) {
        LOG.atWarn()
                .addKeyValue("account", account)
                .addKeyValue("outcome", outcome)
                .addKeyValue("reason", reason)
                .log("connection.refresh_failed");
    }
}
