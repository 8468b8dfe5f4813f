package com.dmverify.api.problem;

import com.dmverify.api.failure.TransientFailure;
import com.dmverify.api.store.NewerFormatException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * Answers the errors that need a sentence of their own. All others (unknown addresses, wrong methods, bodies that are too
 * large, failures of the service) are left to service-support, which makes a problem of their status.
 */
@Component
@Order(-2) // before service-support's
class ProblemHandler implements WebExceptionHandler {

    private static final Duration STORE_BACK_SOON = Duration.ofSeconds(2);

    private final ProblemWriter writer;

    ProblemHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        Problem problem = translate(error);
        return problem == null || exchange.getResponse().isCommitted()
                ? Mono.error(error)
                : writer.write(exchange, problem, error);
    }

    private static @Nullable Problem translate(Throwable error) {
        return switch (error) {
            case Problem problem -> problem;
            case MissingRequestValueException missing -> Problem.invalidParameter(missing.getName(), "Add it.");
            case ServerWebInputException input ->
                input.getMostSpecificCause() instanceof Problem problem
                        ? problem
                        : Problem.invalid(List.of(BodyPointer.of(input)));
            case NewerFormatException _ ->
                unavailable("A newer version of this service wrote this verification. Try again.");
            case Throwable away
            when TransientFailure.isCauseOf(away) -> unavailable("The state cannot be reached. Try again.");
            default -> null;
        };
    }

    private static Problem unavailable(String detail) {
        return Problem.of(ProblemType.UNAVAILABLE, detail, STORE_BACK_SOON);
    }
}
