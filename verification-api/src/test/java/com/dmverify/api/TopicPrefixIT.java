package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.DmOutcome;
import com.dmverify.events.RateLimitStatus;
import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With a prefix, every topic that is read and written has it, and so has every group. */
class TopicPrefixIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final String BLUE = "blue.";
    private static final LocalKafka KAFKA = LocalKafka.builder().build();
    private static final LocalRedis REDIS = LocalRedis.builder().build();
    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = RunningApi.ofOneTenant(LocalServices.start(KAFKA, REDIS), "dm-verify.topics.prefix=" + BLUE);
        api.alsoHears(
                BLUE + Topics.VERIFICATION_REQUESTED,
                BLUE + Topics.VERIFICATION_EVENTS,
                BLUE + Topics.OPT_OUTS,
                BLUE + Topics.VERIFICATION_COMMANDS + Topics.DLT,
                BLUE + Topics.SCHEMAS);
    }

    @AfterAll
    static void stop() {
        api.close();
        REDIS.close();
        KAFKA.close();
    }

    @Test
    void aVerificationRunsThroughTheTopicsOfItsDeploymentAlone() {
        // Given
        TestCommands service =
                new TestCommands(api, BLUE + Topics.VERIFICATION_COMMANDS, BLUE + Topics.VERIFICATION_EVENTS);
        RateLimitStatus limits = RateLimitStatus.newBuilder()
                .setAccount("demo")
                .setWindows(List.of())
                .setObservedAt(api.clock.instant())
                .build();

        // When
        String id = service.started(TestCommands.newId(), "prefix_one");
        api.tell(
                BLUE + Topics.DM_ATTEMPTED,
                id,
                api.report(id, 1, DmOutcome.SENT).build());
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(service.eventsOf(id)).contains("CodeSent"));
        api.tell(BLUE + Topics.X_ACTIVITY, "2000000000000000002", api.message("2000000000000000002", "STOP"));
        api.tell(BLUE + Topics.DM_RATE_LIMITS, "demo", limits);
        service.tell("garbage", new byte[] {1, 2, 3});

        // Then
        await().atMost(TIME_OUT).untilAsserted(() -> {
            assertThat(service.eventsOf(id)).contains("VerificationFailed");
            assertThat(api.hasHeard(limits)).isTrue();
            assertThat(api.heard())
                    .extracting(ConsumerRecord::topic)
                    .contains(
                            BLUE + Topics.VERIFICATION_REQUESTED,
                            BLUE + Topics.OPT_OUTS,
                            BLUE + Topics.VERIFICATION_COMMANDS + Topics.DLT,
                            BLUE + Topics.SCHEMAS)
                    .allMatch(topic -> topic.startsWith(BLUE));
        });
        assertThat(api.topicsOfGroup(BLUE + "verification-api")).containsExactly(BLUE + Topics.DM_ATTEMPTED);
    }
}
