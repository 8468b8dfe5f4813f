package com.dmverify.api.operator;

import com.dmverify.api.erase.ExportPerson;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.verification.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Exports what is held about a person. The id travels in the body: a path is logged. */
final class ExportHandler {

    private final ExportPerson exportPerson;

    ExportHandler(ExportPerson exportPerson) {
        this.exportPerson = exportPerson;
    }

    /** Whom the export is about. */
    record Person(@Nullable String userId) {}

    Mono<ServerResponse> export(ServerRequest request) {
        return request.bodyToMono(Person.class)
                .switchIfEmpty(Mono.error(() -> Problem.invalid("/user_id", "A numeric user id is needed.")))
                .map(body -> person(String.valueOf(body.userId())))
                .flatMap(exportPerson::export)
                .flatMap(export -> ServerResponse.ok().bodyValue(export));
    }

    private static UserId person(String text) {
        try {
            return new UserId(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/user_id", String.valueOf(e.getMessage()));
        }
    }
}
