package com.dmverify.benchmarks.ceiling;

import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import reactor.core.publisher.Mono;

/** One connection to Redis, with the few commands of the endpoints. */
final class Redis {

    private final RedisReactiveCommands<String, String> commands;

    Redis(int port) {
        commands = RedisClient.create("redis://127.0.0.1:" + port).connect().reactive();
    }

    RedisReactiveCommands<String, String> commands() {
        return commands;
    }

    Script script(String lua) {
        return new Script(commands.scriptLoad(lua).blockOptional().orElseThrow());
    }

    /** A script that Redis has loaded. */
    final class Script {

        private final String digest;

        private Script(String digest) {
            this.digest = digest;
        }

        Mono<String> run(String[] keys, String... arguments) {
            return commands.<String>evalsha(digest, ScriptOutputType.VALUE, keys, arguments)
                    .next();
        }
    }
}
