package com.dmverify.api.problem;

import com.dmverify.api.failure.TransientFailure;
import com.dmverify.api.store.NewerFormatException;
import com.dmverify.api.trace.RequestTrace;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** The one place where an exception becomes an answer. */
@Component
@Order(-2) // before Spring Boot's own, which would answer in another shape
class ProblemHandler implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
    private static final Duration STORE_BACK_SOON = Duration.ofSeconds(2);

    private final ProblemWriter writer;

    ProblemHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        Problem problem = translate(error);
        tell(exchange, problem, error);
        if (error instanceof ResponseStatusException status) {
            exchange.getResponse().getHeaders().putAll(status.getHeaders()); // Allow, Accept
        }
        return writer.write(exchange, problem);
    }

    private void tell(ServerWebExchange exchange, Problem problem, Throwable error) {
        boolean ours = problem.kind().status() >= 500;
        log.atLevel(ours ? Level.ERROR : Level.INFO)
                .addKeyValue("trace_id", RequestTrace.of(exchange).id())
                .addKeyValue("path", exchange.getRequest().getPath().value())
                .addKeyValue("code", problem.kind().code())
                .setCause(ours ? error : null)
                .log(ours ? "request.failed" : "request.refused");
    }

    private static Problem translate(Throwable error) {
        return switch (error) {
            case Problem problem -> problem;
            case WebExchangeBindException invalid ->
                Problem.invalid(invalid.getFieldErrors().stream()
                        .map(field -> new FieldError(
                                SnakeCase.pointer(field.getField()), String.valueOf(field.getDefaultMessage())))
                        .toList());
            case MissingRequestValueException missing -> Problem.invalidParameter(missing.getName(), "Add it.");
            case ServerWebInputException unreadable -> unreadable(unreadable);
            case ResponseStatusException other -> byStatus(other.getStatusCode());
            case NewerFormatException _ ->
                Problem.of(
                        ProblemType.UNAVAILABLE,
                        "A newer version of this service knows this verification. Try again.",
                        STORE_BACK_SOON);
            case Throwable away
            when TransientFailure.isCauseOf(away) ->
                Problem.of(ProblemType.UNAVAILABLE, "The state cannot be reached. Try again.", STORE_BACK_SOON);
            default -> Problem.of(ProblemType.INTERNAL, "Try again; if it stays, give us the trace_id.");
        };
    }

    private static Problem unreadable(ServerWebInputException error) {
        Throwable cause = error.getMostSpecificCause();
        if (cause instanceof Problem problem) {
            return problem;
        }
        return Problem.invalid(List.of(BodyPointer.of(error)));
    }

    private static Problem byStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "No such address; see /swagger-ui.html for those there are.");
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "Use another method; see /swagger-ui.html.");
            case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE, "Accept application/json.");
            case 413 -> Problem.of(ProblemType.PAYLOAD_TOO_LARGE, "Send a smaller body.");
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send Content-Type: application/json.");
            case 503 -> Problem.of(ProblemType.UNAVAILABLE, "Try again.", STORE_BACK_SOON);
            default ->
                status.is4xxClientError()
                        ? Problem.invalid("", "The request cannot be understood.")
                        : Problem.of(ProblemType.INTERNAL, "Try again; if it stays, give us the trace_id.");
        };
    }
}
