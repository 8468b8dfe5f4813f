package com.dmverify.api;

import static com.dmverify.schemas.Topics.VERIFICATION_COMMANDS;
import static com.dmverify.schemas.Topics.VERIFICATION_EVENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import com.dmverify.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tenant that comes by the watched file speaks Kafka without a restart. */
class LateTenantIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final String LATE_EVENTS = VERIFICATION_EVENTS + ".late";
    private static final LocalKafka KAFKA = LocalKafka.builder().build();
    private static final LocalRedis REDIS = LocalRedis.builder().build();
    private static RunningApi api;
    private static Path file;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        file = Files.writeString(folder.resolve("tenants.yml"), "{}");
        api = new RunningApi(
                LocalServices.start(KAFKA, REDIS),
                "dm-verify.tenants.acme.kafka=true",
                "dm-verify.tenants-file.path=" + file,
                "dm-verify.tenants-file.look-every=100ms");
        api.alsoHears(VERIFICATION_EVENTS + ".acme");
    }

    @AfterAll
    static void stop() {
        api.close();
        REDIS.close();
        KAFKA.close();
    }

    @Test
    void itsTopicsAreMadeAndReadAndThoseOfTheOthersStay() throws IOException {
        // Given
        TestCommands acme = new TestCommands(api, VERIFICATION_COMMANDS + ".acme", VERIFICATION_EVENTS + ".acme");
        acme.started(TestCommands.newId(), "late_before");

        // When
        Files.writeString(file, """
                dm-verify:
                  tenants:
                    late:
                      account: demo
                      kafka: true
                """);
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(api.topics())
                        .containsAll(Set.of(
                                VERIFICATION_COMMANDS + ".late",
                                VERIFICATION_COMMANDS + ".late" + Topics.RETRY,
                                VERIFICATION_COMMANDS + ".late" + Topics.DLT,
                                LATE_EVENTS)));
        api.alsoHears(LATE_EVENTS);
        TestCommands late = new TestCommands(api, VERIFICATION_COMMANDS + ".late", LATE_EVENTS);

        // Then
        String id = late.started(TestCommands.newId(), "late_after");
        assertThat(late.eventsOf(id)).containsExactly("VerificationOpened");
        String refused = TestCommands.newId();
        late.cancel(refused, "ver_none");
        assertThat(late.awaitRejected(refused).getStatus()).isEqualTo(404);
        acme.started(TestCommands.newId(), "late_acme");

        // When
        Files.writeString(file, "{}");

        // Then
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(api.topicsOfGroup("verification-api-commands"))
                        .containsExactly(VERIFICATION_COMMANDS + ".acme"));
        acme.started(TestCommands.newId(), "late_again");
    }

    @Test
    void aCommandThatALimitRefusedIsCarriedOutUnderTheSameIdLater() {
        TestCommands acme = new TestCommands(api, VERIFICATION_COMMANDS + ".acme", VERIFICATION_EVENTS + ".acme");
        for (int i = 0; i < 3; i++) {
            acme.started(TestCommands.newId(), "late_limited");
        }
        String command = TestCommands.newId();
        acme.start(TestCommands.startOf(command, "late_limited").build());
        assertThat(acme.awaitRejected(command).getProblemCode()).isEqualTo("limited");

        api.clock.advance(Duration.ofHours(1));
        acme.start(TestCommands.startOf(command, "late_limited").build());

        acme.awaitOpened(command);
        assertThat(acme.rejected(command)).hasSize(1);
    }
}
