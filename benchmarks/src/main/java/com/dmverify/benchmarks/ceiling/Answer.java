package com.dmverify.benchmarks.ceiling;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Answers of the endpoints. */
final class Answer {

    private Answer() {}

    static Mono<ServerResponse> ok(String json) {
        return of(HttpStatus.OK, json);
    }

    static Mono<ServerResponse> of(HttpStatus status, String json) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json);
    }
}
