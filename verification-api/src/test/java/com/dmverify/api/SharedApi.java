package com.dmverify.api;

import static com.dmverify.schemas.Topics.DM_RATE_LIMITS;

import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands one {@link RunningApi} to all classes that break nothing of it. Each finds the clock as at the start; what others
 * began may still be there. It ends after the last of them.
 */
final class SharedApi implements ParameterResolver {

    /** An account whose orders go in six lanes. */
    static final String LANES = "lanes";

    private static final int ETA_ACCOUNTS = 10;

    /** An account that one test of {@link EtaIT} has for itself. */
    static String etaAccount(int test) {
        return "eta" + test;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType().equals(RunningApi.class);
    }

    @Override
    public RunningApi resolveParameter(ParameterContext parameter, ExtensionContext test) {
        RunningApi api = test.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedApi.class))
                .computeIfAbsent(Started.class, started -> new Started(), Started.class)
                .api;
        api.clock.reset();
        return api;
    }

    /** On a Redis of its own: the sweepers must not find what the tests of the stores write. */
    private static final class Started implements AutoCloseable {

        private final LocalRedis redis = LocalRedis.builder().build();
        private final RunningApi api;

        Started() {
            LocalServices services = LocalServices.start(LocalServices.shared().kafka(), redis);
            services.createTopic(DM_RATE_LIMITS, 3);
            Stream<String> accounts = Stream.concat(
                            IntStream.range(0, ETA_ACCOUNTS).mapToObj(SharedApi::etaAccount), Stream.of(LANES))
                    .flatMap(RunningApi::account);
            api = new RunningApi(
                    services,
                    Stream.concat(accounts, Stream.of("dm-verify.accounts." + LANES + ".lanes=6"))
                            .toArray(String[]::new));
        }

        @Override
        public void close() {
            api.close();
            redis.close();
        }
    }
}
