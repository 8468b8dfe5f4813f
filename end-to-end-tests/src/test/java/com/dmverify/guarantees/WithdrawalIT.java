package com.dmverify.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.cli.story.Http;
import com.dmverify.cli.story.Http.Answer;
import com.dmverify.events.DmOutcome;
import com.dmverify.guarantees.deployment.Brand;
import com.dmverify.guarantees.deployment.Deployment;
import com.dmverify.guarantees.deployment.SendLimit;
import com.dmverify.guarantees.deployment.ServiceProcess;
import com.dmverify.guarantees.evidence.DispatchId;
import com.dmverify.guarantees.evidence.KafkaRecording;
import com.dmverify.guarantees.evidence.SandboxRecording;
import io.lettuce.core.RedisClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * An order whose verification ended while it waited for the budget is not sent when there is budget again, neither by another
 * replica nor after a restart.
 */
class WithdrawalIT {

    private static final Brand BRAND = Brand.ALL.getFirst();
    private static final Duration LONG_ENOUGH = Duration.ofHours(1);
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private static final SendLimit ONE_MESSAGE = new SendLimit(1, Duration.ofHours(1));
    private static final SendLimit BY_X = new SendLimit(100, Duration.ofHours(1));

    @Test
    void anOrderWhoseVerificationEndedIsNotSentWhenThereIsBudgetAgain() {
        try (Deployment deployment = Deployment.with(BY_X, ONE_MESSAGE, LONG_ENOUGH, 2);
                KafkaRecording kafka =
                        new KafkaRecording(deployment.kafka().bootstrapServers(), Clock.systemUTC(), _ -> {})) {
            // Given: the budget is used up
            Http api = deployment.api(BRAND);
            SandboxRecording x = new SandboxRecording(deployment.sandbox());
            String first = start(api, createUser(deployment, "first"));
            awaitReport(kafka, first, DmOutcome.SENT);
            String canceling = createUser(deployment, "canceling");
            String stopping = createUser(deployment, "stopping");
            String canceled = start(api, canceling);
            String stopped = start(api, stopping);

            // When: they end, both replicas are killed, there is budget again, and another replica starts
            assertThat(api.post("/v1/verifications/" + canceled + "/cancel", "").status())
                    .isEqualTo(200);
            deployment
                    .sandbox()
                    .post("/sandbox/users/" + stopping + "/dms?brand=" + BRAND.id(), "{\"text\": \"STOP\"}");
            await("the STOP")
                    .atMost(TIMEOUT)
                    .until(() -> api.get("/v1/verifications/" + stopped)
                            .text("/status")
                            .equals("failed"));
            deployment.senders().forEach(ServiceProcess::kill);
            windowsEnd(deployment);
            deployment.addSenders(1);
            deployment.senders().getLast().awaitReady();
            String late = createUser(deployment, "late");
            String last = start(api, late);

            // Then
            awaitReport(kafka, last, DmOutcome.SENT);
            awaitReport(kafka, canceled, DmOutcome.WITHDRAWN);
            awaitReport(kafka, stopped, DmOutcome.WITHDRAWN);
            x.poll();
            assertThat(x.dms())
                    .extracting(dm -> dm.to())
                    .doesNotContain(canceling, stopping)
                    .contains(late);
        }
    }

    private static String createUser(Deployment deployment, String name) {
        Answer made = deployment.sandbox().post("/sandbox/users", "{\"username\": \"" + name + "\"}");
        assertThat(made.status()).isEqualTo(201);
        return made.text("/id");
    }

    private static String start(Http api, String userId) {
        Answer asked = api.post("/v1/verifications", "{\"target\": {\"user_id\": \"" + userId + "\"}}");
        assertThat(asked.status()).as("%s", asked.body()).isEqualTo(202);
        return asked.text("/id");
    }

    private static void awaitReport(KafkaRecording kafka, String verification, DmOutcome outcome) {
        DispatchId order = new DispatchId(verification, 1);
        await("a report of " + verification)
                .atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(kafka.attempts().getOrDefault(order, Set.of()))
                        .extracting(report -> report.getOutcome())
                        .containsExactly(outcome));
    }

    /** Deletes the used windows from Redis, as if the hour were over. */
    private static void windowsEnd(Deployment deployment) {
        try (RedisClient client = RedisClient.create(deployment.redis().uri())) {
            var redis = client.connect().sync();
            List<String> windows = redis.keys("*").stream()
                    .filter(key -> redis.type(key).equals("hash") && redis.hexists(key, "left"))
                    .toList();
            assertThat(windows).isNotEmpty();
            redis.del(windows.toArray(String[]::new));
        }
    }
}
