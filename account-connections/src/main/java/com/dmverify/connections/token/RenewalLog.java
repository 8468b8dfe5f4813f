package com.dmverify.connections.token;

import com.dmverify.connections.x.RenewalAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One wide line for each renewal. Never a token. */
final class RenewalLog {

    private static final Logger LOG = LoggerFactory.getLogger("com.dmverify.connections.connection");

    private RenewalLog() {}

    static void say(String account, RenewalAnswer answer) {
        switch (answer) {
            case RenewalAnswer.Renewed(var tokens) ->
                LOG.atInfo()
                        .addKeyValue("account", account)
                        .addKeyValue("until", tokens.endsAt())
                        .log("connection.renewed");
            case RenewalAnswer.Refused(String reason) -> warn(account, "refused", reason);
            case RenewalAnswer.NotDone(String reason) -> warn(account, "not_done", reason);
            case RenewalAnswer.Unknown(String reason) -> warn(account, "unknown", reason);
        }
    }

    private static void warn(String account, String outcome, String reason) {
        LOG.atWarn()
                .addKeyValue("account", account)
                .addKeyValue("outcome", outcome)
                .addKeyValue("reason", reason)
                .log("connection.not_renewed");
    }
}
