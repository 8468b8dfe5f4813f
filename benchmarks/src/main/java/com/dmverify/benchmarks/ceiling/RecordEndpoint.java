package com.dmverify.benchmarks.ceiling;

import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code POST /record}: one record in Kafka, answered after its acknowledgement. */
final class RecordEndpoint {

    private final Records records;

    RecordEndpoint(Records records) {
        this.records = records;
    }

    Mono<ServerResponse> handle(ServerRequest request) {
        return request.bodyToMono(byte[].class)
                .flatMap(body -> records.acknowledged(CeilingTopics.ACTIVITY, body))
                .then(ServerResponse.ok().build());
    }
}
