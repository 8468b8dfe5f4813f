package com.dmverify.api.store;

import io.lettuce.core.protocol.CommandType;
import java.util.Set;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * After a reconnect Lettuce sends again what had no answer. A script may have run already, and a guess would be counted twice:
 * scripts are not sent again, the caller hears that nothing is known and asks again.
 */
@Configuration(proxyBeanMethods = false)
class NoReplay {

    private static final Set<String> SCRIPTS = Set.of(CommandType.EVAL.name(), CommandType.EVALSHA.name());

    @Bean
    LettuceClientOptionsBuilderCustomizer scriptsAreNotReplayed() {
        return options -> options.replayFilter(
                command -> SCRIPTS.contains(command.getType().toString()));
    }
}
