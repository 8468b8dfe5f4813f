package com.dmverify.connections.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.connections.fixtures.Browser;
import com.dmverify.connections.fixtures.RunningService;
import com.dmverify.local.testing.FreezingProxy;
import com.dmverify.local.testing.ScriptedRedis;
import com.dmverify.local.testing.SharedRedis;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages while Redis is unavailable. */
class RedisUnavailableIT {

    private static final URI NO_X = URI.create("http://127.0.0.1:1");
    private static final String START = "/connections/main/start";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @BeforeEach
    @AfterEach
    void deleteTheConnection() {
        SharedRedis.template().delete("dm-sender:connection:{main}");
    }

    @Test
    void everyErrorOfAnUnavailableRedisIs503AndTheNextRequestSucceeds() {
        try (ScriptedRedis redis = ScriptedRedis.before(SharedRedis.server());
                RunningService service = new RunningService(NO_X, "--spring.data.redis.port=" + redis.port());
                Browser operator = operatorOf(service)) {
            for (String word : List.of(
                    "OOM",
                    "READONLY",
                    "NOREPLICAS",
                    "MISCONF",
                    "LOADING",
                    "MASTERDOWN",
                    "CLUSTERDOWN",
                    "TRYAGAIN",
                    "BUSY")) {
                redis.refuse("SET", word + " says Redis");

                HttpResponse<String> refused = operator.presses(START);

                assertThat(refused.statusCode()).as(word).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
                redis.behave();
                await().atMost(LONGEST).until(() -> operator.presses(START).statusCode() == 200);
            }
        }
    }

    @Test
    void aPermanentErrorOfRedisIs500() {
        try (ScriptedRedis redis = ScriptedRedis.before(SharedRedis.server());
                RunningService service = new RunningService(NO_X, "--spring.data.redis.port=" + redis.port());
                Browser operator = operatorOf(service)) {
            SharedRedis.server().command("RPUSH", "dm-sender:connection:{main}", "a list");

            assertThat(operator.get("/connections").body()).contains("cannot be read");
            redis.refuse("SET", "ERR no such thing");
            assertThat(operator.presses(START).statusCode()).isEqualTo(500);
        }
    }

    @Test
    void aSilentRedisConnectionIsReplaced() {
        try (FreezingProxy proxy = FreezingProxy.before(SharedRedis.server().port());
                RunningService service = new RunningService(NO_X, "--spring.data.redis.port=" + proxy.port());
                Browser operator = operatorOf(service)) {
            // Given
            assertThat(operator.get("/connections").body()).contains("Not connected");

            // When
            proxy.freeze();

            // Then
            await().atMost(LONGEST).until(() -> operator.presses(START).statusCode() == 200);
        }
    }

    @Test
    void aConsentWithAnUnconfirmedWriteIsNotWrittenTwice() {
        try (ScriptedRedis redis = ScriptedRedis.before(SharedRedis.server());
                RunningService service = new RunningService(NO_X, "--spring.data.redis.port=" + redis.port());
                Browser operator = operatorOf(service)) {
            // Given
            redis.loseAnswers("SET");

            // When
            HttpResponse<String> unknown = operator.presses(START);

            // Then
            assertThat(unknown.statusCode()).isEqualTo(503);
            redis.behave();
            await().atMost(LONGEST)
                    .until(() -> operator.get("/connections").body().contains("Not connected"));
            assertThat(redis.count("SET")).isEqualTo(1);
        }
    }

    private static Browser operatorOf(RunningService service) {
        return new Browser(service.pages(), RunningService.OPERATOR, RunningService.PASSWORD);
    }
}
