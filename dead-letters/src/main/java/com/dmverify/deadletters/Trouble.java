package com.dmverify.deadletters;

import com.dmverify.deadletters.display.Printable;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Says in one sentence what Kafka's client has to complain about. */
final class Trouble {

    private Trouble() {}

    static String sentence(KafkaException trouble, String servers) {
        Throwable innermost = trouble;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String what = switch (trouble) {
            case TimeoutException _ ->
                " does not answer; is the address right (--bootstrap-servers), does it want TLS or a login"
                        + " (--command-config)? Its client says: ";
            case AuthenticationException _ -> " does not let us in: ";
            case AuthorizationException _ -> " does not allow that: ";
            default -> " cannot be used: ";
        };
        String detail = trouble.getCause() == null
                ? String.valueOf(trouble.getMessage())
                : trouble.getMessage() + ": " + innermost.getMessage();
        return Printable.line("Kafka at " + servers + what + detail);
    }
}
