package com.dmverify.cli.deadletter.kafka;

import com.dmverify.cli.terminal.CommandFailedException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Turns an error of Kafka's client into one sentence that says what to do. */
public final class KafkaErrors {

    private KafkaErrors() {}

    public static CommandFailedException translate(KafkaException error, KafkaSettings settings) {
        String problem = switch (error) {
            case TimeoutException _ ->
                " does not respond: check the address (--bootstrap-servers) and whether it needs TLS or a login"
                        + " (--command-config): ";
            case AuthenticationException _ -> " rejects the login, check --command-config: ";
            case AuthorizationException _ -> " does not authorize this command, the README lists the rights: ";
            default -> " cannot be used: ";
        };
        return new CommandFailedException("Kafka at " + settings.bootstrapServers() + problem + detail(error), error);
    }

    private static String detail(KafkaException error) {
        Throwable innermost = error;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return error.getCause() == null
                ? String.valueOf(error.getMessage())
                : error.getMessage() + ": " + innermost.getMessage();
    }
}
