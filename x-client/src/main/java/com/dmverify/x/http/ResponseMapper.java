package com.dmverify.x.http;

import com.dmverify.x.Answer;
import com.dmverify.x.RateLimits;
import com.dmverify.x.XError;
import com.dmverify.x.call.HttpMethod;
import com.dmverify.x.call.ResponseReader;
import com.dmverify.x.error.ErrorResponse;
import com.dmverify.x.http.Exchange.NoResponse;
import java.time.InstantSource;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Maps the result of a request to an answer. No response of X makes it throw. */
final class ResponseMapper {

    private final InstantSource clock;

    ResponseMapper(InstantSource clock) {
        this.clock = clock;
    }

    <T> Answer<T> map(HttpMethod method, Exchange exchange, ResponseReader<T> reader) {
        return switch (exchange) {
            case NoResponse failure -> new Answer.Failed<>(lost(method, failure), RateLimits.none());
            case Response response -> map(method, response, reader);
        };
    }

    boolean blamesTheClock(HttpMethod method, Exchange exchange) {
        return isErrorResponse(method, exchange, ErrorResponse::blamesTheClock);
    }

    boolean deniesCredentials(HttpMethod method, Exchange exchange) {
        return isErrorResponse(method, exchange, ErrorResponse::deniesCredentials);
    }

    private static boolean isErrorResponse(HttpMethod method, Exchange exchange, Predicate<ErrorResponse> kind) {
        return exchange instanceof Response response
                && !response.isSuccess()
                && kind.test(errorResponse(method, response));
    }

    /** The same, but an error response that the predicate accepts is a success with the given value. */
    <T> Answer<T> map(
            HttpMethod method,
            Exchange exchange,
            ResponseReader<T> reader,
            Predicate<ErrorResponse> tolerated,
            T instead) {
        return exchange instanceof Response response && tolerated.test(errorResponse(method, response))
                ? new Answer.Ok<>(instead, response.headers().limits(clock))
                : map(method, exchange, reader);
    }

    private <T> Answer<T> map(HttpMethod method, Response response, ResponseReader<T> reader) {
        RateLimits limits = response.headers().limits(clock);
        if (!response.isSuccess() || isErrorWithStatus200(response.body())) {
            XError error = errorResponse(method, response)
                    .error(limits, response.headers().retryAfter(clock).orElse(null));
            return new Answer.Failed<>(error, limits);
        }
        try {
            return new Answer.Ok<>(reader.read(response.body()), limits);
        } catch (IllegalArgumentException | JacksonException e) {
            return new Answer.Failed<>(unreadable(method, response, e), limits);
        }
    }

    // A 200 with errors and without data. With both, X left something out and says why: a success.
    private static boolean isErrorWithStatus200(JsonNode body) {
        return body.has("errors") && !body.has("data");
    }

    private static ErrorResponse errorResponse(HttpMethod method, Response response) {
        return new ErrorResponse(response.status(), response.body(), !method.isRead());
    }

    private static XError lost(HttpMethod method, NoResponse failure) {
        return method.isRead() || failure.neverSent()
                ? new XError.Unavailable(failure.why(), null)
                : new XError.UnknownOutcome(failure.why(), null);
    }

    private static XError unreadable(HttpMethod method, Response response, RuntimeException e) {
        String detail = "unexpected answer: "
                + (e instanceof IllegalArgumentException
                        ? e.getMessage()
                        : e.getClass().getSimpleName());
        return method.isRead()
                ? new XError.Unavailable(detail, response.status())
                : new XError.UnknownOutcome(detail, response.status());
    }
}
