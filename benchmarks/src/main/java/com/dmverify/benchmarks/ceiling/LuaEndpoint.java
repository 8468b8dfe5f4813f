package com.dmverify.benchmarks.ceiling;

import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code POST /lua/:id}: one Lua call that compares and counts, and nothing else. */
final class LuaEndpoint {

    private static final String SCRIPT = """
            if redis.call('HGET', KEYS[1], 'code') == ARGV[1] then return 'approved' end
            redis.call('HINCRBY', KEYS[1], 'tries', 1)
            redis.call('PEXPIRE', KEYS[1], 600000)
            return 'incorrect'
            """;

    private final Redis.Script script;

    LuaEndpoint(Redis redis) {
        script = redis.script(SCRIPT);
    }

    Mono<ServerResponse> handle(ServerRequest request) {
        String[] keys = {"ceiling:lua:" + request.pathVariable("id")};
        return request.bodyToMono(String.class)
                .flatMap(body -> script.run(keys, body))
                .flatMap(result -> Answer.ok("{\"result\":\"" + result + "\",\"status\":\"pending\"}"));
    }
}
