package com.dmverify.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.allinone.Http;
import com.dmverify.allinone.Http.Answer;
import com.dmverify.events.DmOutcome;
import com.dmverify.promises.evidence.Heard;
import com.dmverify.promises.evidence.Order;
import com.dmverify.promises.evidence.XRecord;
import com.dmverify.promises.stage.Allowed;
import com.dmverify.promises.stage.Brand;
import com.dmverify.promises.stage.Service;
import com.dmverify.promises.stage.Stage;
import io.lettuce.core.RedisClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * An order whose verification ended while it waited for the budget is not sent when there is budget again: not by another
 * replica, and not after a restart.
 */
class WithdrawalIT {

    private static final Brand BRAND = Brand.ALL.getFirst();
    private static final Duration LONG_ENOUGH = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Allowed ONE_MESSAGE = new Allowed(1, Duration.ofHours(1));
    private static final Allowed BY_X = new Allowed(100, Duration.ofHours(1));

    @Test
    void whatEndedWhileItWaitedIsNotSent() {
        try (Stage stage = Stage.with(BY_X, ONE_MESSAGE, LONG_ENOUGH, 2);
                Heard heard = new Heard(stage.kafka().bootstrapServers(), Clock.systemUTC(), _ -> {})) {
            // Given: the budget is used up
            Http api = stage.api(BRAND);
            XRecord x = new XRecord(stage.sandbox());
            String first = asks(api, made(stage, "first"));
            reports(heard, first, DmOutcome.SENT);
            String canceling = made(stage, "canceling");
            String stopping = made(stage, "stopping");
            String canceled = asks(api, canceling);
            String stopped = asks(api, stopping);

            // When: they end, the senders restart, and then there is budget again
            assertThat(api.post("/v1/verifications/" + canceled + "/cancel", "").status())
                    .isEqualTo(200);
            stage.sandbox().post("/sandbox/users/" + stopping + "/dms?brand=" + BRAND.id(), "{\"text\": \"STOP\"}");
            await("the STOP")
                    .atMost(PATIENCE)
                    .until(() -> api.get("/v1/verifications/" + stopped)
                            .text("/status")
                            .equals("failed"));
            restart(stage, () -> {});
            restart(stage, () -> windowsEnd(stage));
            String late = made(stage, "late");
            String last = asks(api, late);

            // Then
            reports(heard, last, DmOutcome.SENT);
            reports(heard, canceled, DmOutcome.WITHDRAWN);
            reports(heard, stopped, DmOutcome.WITHDRAWN);
            x.look();
            assertThat(x.dms())
                    .extracting(dm -> dm.to())
                    .doesNotContain(canceling, stopping)
                    .contains(late);
        }
    }

    private static String made(Stage stage, String name) {
        Answer made = stage.sandbox().post("/sandbox/users", "{\"username\": \"" + name + "\"}");
        assertThat(made.status()).isEqualTo(201);
        return made.text("/id");
    }

    private static String asks(Http api, String userId) {
        Answer asked = api.post("/v1/verifications", "{\"target\": {\"user_id\": \"" + userId + "\"}}");
        assertThat(asked.status()).as("%s", asked.body()).isEqualTo(202);
        return asked.text("/id");
    }

    private static void reports(Heard heard, String verification, DmOutcome outcome) {
        Order order = new Order(verification, 1);
        await("a report of " + verification)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(heard.attempts().getOrDefault(order, Set.of()))
                        .extracting(report -> report.getOutcome())
                        .containsExactly(outcome));
    }

    private static void restart(Stage stage, Runnable meanwhile) {
        List<Service> senders = stage.senders();
        senders.forEach(Service::kill);
        meanwhile.run();
        senders.forEach(Service::start);
        senders.forEach(Service::awaitReady);
    }

    /** As if the hour were over: the senders know of no window that is used up. */
    private static void windowsEnd(Stage stage) {
        try (RedisClient client = RedisClient.create(stage.redis().uri())) {
            var redis = client.connect().sync();
            List<String> windows = redis.keys("*").stream()
                    .filter(key -> redis.type(key).equals("hash") && redis.hexists(key, "left"))
                    .toList();
            assertThat(windows).isNotEmpty();
            redis.del(windows.toArray(String[]::new));
        }
    }
}
