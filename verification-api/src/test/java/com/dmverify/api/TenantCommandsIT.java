package com.dmverify.api;

import static com.dmverify.schemas.Topics.VERIFICATION_COMMANDS;
import static com.dmverify.schemas.Topics.VERIFICATION_EVENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.CommandRejected;
import com.dmverify.events.DmOutcome;
import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import com.dmverify.schemas.EventCodec;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two tenants with Kafka: neither starts, cancels, resends or reads as the other. */
class TenantCommandsIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final LocalKafka KAFKA = LocalKafka.builder().build();
    private static final LocalRedis REDIS = LocalRedis.builder().build();
    private static final String ACME_EVENTS = VERIFICATION_EVENTS + ".acme";
    private static final String OTHER_EVENTS = VERIFICATION_EVENTS + ".other";
    private static RunningApi api;
    private static TestCommands acme;
    private static TestCommands other;

    @BeforeAll
    static void start() {
        api = new RunningApi(
                LocalServices.start(KAFKA, REDIS),
                "dm-verify.tenants.acme.kafka=true",
                "dm-verify.tenants.other.kafka=true");
        api.alsoHears(ACME_EVENTS, OTHER_EVENTS, VERIFICATION_COMMANDS + ".other" + Topics.DLT);
        acme = new TestCommands(api, VERIFICATION_COMMANDS + ".acme", ACME_EVENTS);
        other = new TestCommands(api, VERIFICATION_COMMANDS + ".other", OTHER_EVENTS);
    }

    @AfterAll
    static void stop() {
        api.close();
        REDIS.close();
        KAFKA.close();
    }

    @Test
    void aStartBelongsToTheTenantOfItsTopic() {
        String ofAcme = acme.started("one-id", "tc_start");
        String ofOther = other.started("one-id", "tc_start");

        assertThat(ofAcme).isNotEqualTo(ofOther);
        look("dmv_other", ofOther, 200);
        look(RunningApi.KEY, ofOther, 404);
        look(RunningApi.KEY, ofAcme, 200);
        look("dmv_other", ofAcme, 404);
    }

    @Test
    void aTenantReadsItsOwnEventsAlone() {
        String ofAcme = acme.started(TestCommands.newId(), "tc_read");
        String ofOther = other.started(TestCommands.newId(), "tc_read");

        await().atMost(TIME_OUT).untilAsserted(() -> {
            assertThat(api.namesOf(VERIFICATION_EVENTS, ofAcme)).containsExactly("VerificationOpened");
            assertThat(api.namesOf(VERIFICATION_EVENTS, ofOther)).containsExactly("VerificationOpened");
        });
        assertThat(api.namesOf(OTHER_EVENTS, ofAcme)).isEmpty();
        assertThat(api.namesOf(ACME_EVENTS, ofOther)).isEmpty();
    }

    @Test
    void aTenantNeitherCancelsNorResendsWhatIsAnothers() {
        // Given: a verification that acme could cancel or have sent again
        String id = acme.started(TestCommands.newId(), "tc_foreign");
        api.tell(Topics.DM_ATTEMPTED, id, api.report(id, 1, DmOutcome.SENT).build());
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(acme.eventsOf(id)).contains("CodeSent"));
        api.clock.advance(Duration.ofSeconds(61));
        String cancel = TestCommands.newId();
        String resend = TestCommands.newId();

        // When
        other.cancel(cancel, id);
        other.resend(resend, id);

        // Then
        is(other.awaitRejected(cancel), 404, "not_found");
        is(other.awaitRejected(resend), 404, "not_found");
        assertThat(acme.eventsOf(id)).containsExactlyInAnyOrder("VerificationOpened", "CodeSent");
        assertThat(acme.rejected(cancel)).isEmpty();
        assertThat(api.recordsOf(VERIFICATION_EVENTS, cancel)).isEmpty();
        acme.cancel(cancel, id);
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(acme.eventsOf(id)).contains("VerificationCanceled"));
    }

    @Test
    void theSharedTopicIsNotRead() {
        TestCommands shared = new TestCommands(api, VERIFICATION_COMMANDS, VERIFICATION_EVENTS);
        String unread = TestCommands.newId();

        shared.start(TestCommands.startOf(unread, "tc_shared").build());
        acme.started(TestCommands.newId(), "tc_marker");

        assertThat(api.topicsOfGroup("verification-api-commands"))
                .containsExactlyInAnyOrder(VERIFICATION_COMMANDS + ".acme", VERIFICATION_COMMANDS + ".other");
        assertThat(shared.opened(unread)).isEmpty();
    }

    @Test
    void aDeadLetterStaysWithItsTenant() {
        other.tell("garbage", new byte[] {1, 2, 3});

        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(api.heard())
                        .filteredOn(record -> record.topic().endsWith(Topics.DLT))
                        .singleElement()
                        .satisfies(letter ->
                                assertThat(letter.topic()).isEqualTo(VERIFICATION_COMMANDS + ".other" + Topics.DLT)));
    }

    @Test
    void aCommandThatAnotherVersionReadsIsTriedAgainInTheTopicOfItsTenant() {
        // Given: a verification that this version leaves alone
        String id = acme.started(TestCommands.newId(), "tc_newer");
        String key = "verification:{" + Math.floorMod(id.hashCode(), 64) + "}:" + id;
        String value = api.redis().opsForValue().get(key).block();
        api.redis().opsForValue().set(key, value.replaceFirst("^[0-9]+", "99")).block();
        api.alsoHears(VERIFICATION_COMMANDS + ".acme" + Topics.RETRY);

        // When
        String cancel = TestCommands.newId();
        acme.cancel(cancel, id);
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(api.recordsOf(VERIFICATION_COMMANDS + ".acme" + Topics.RETRY, cancel))
                        .isNotEmpty());
        api.redis().opsForValue().set(key, value).block();

        // Then
        await().atMost(TIME_OUT).untilAsserted(() -> {
            api.clock.advance(Duration.ofSeconds(5));
            assertThat(new EventCodec()
                            .decode(api.recordsOf(ACME_EVENTS, id).getLast().value())
                            .getSchema()
                            .getName())
                    .isEqualTo("VerificationCanceled");
        });
        assertThat(acme.rejected(cancel)).isEmpty();
    }

    private static void look(String key, String id, int status) {
        api.as(key)
                .get()
                .uri("/v1/verifications/" + id)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    private static void is(CommandRejected answer, int status, String code) {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getProblemCode()).isEqualTo(code);
    }
}
