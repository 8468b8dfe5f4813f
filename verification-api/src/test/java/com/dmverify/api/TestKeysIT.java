package com.dmverify.api;

import static com.dmverify.schemas.Topics.VERIFICATION_COMMANDS;
import static com.dmverify.schemas.Topics.VERIFICATION_EVENTS;
import static com.dmverify.schemas.Topics.VERIFICATION_REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.events.DmOutcome;
import com.dmverify.local.LocalKafka;
import com.dmverify.local.LocalRedis;
import com.dmverify.local.LocalServices;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A test key uses the targets of tests and nothing else, no other key uses them, and nothing of it is ordered or counted. */
class TestKeysIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final String TEST_KEY = "dmv_test_key";
    private static final String DELIVERED = "@dmv_delivered";
    private static final LocalKafka KAFKA = LocalKafka.builder().build();
    private static final LocalRedis REDIS = LocalRedis.builder().build();
    private static RunningApi api;
    private static TestCommands service;

    @BeforeAll
    static void start() {
        api = RunningApi.ofOneTenant(
                LocalServices.start(KAFKA, REDIS),
                "dm-verify.tenants.acme.kafka-test=true",
                "dm-verify.tenants.acme.keys[4].sha256=" + RunningApi.sha256(TEST_KEY),
                "dm-verify.tenants.acme.keys[4].scopes=verifications:write,verifications:read,checks:write,targets:erase",
                "dm-verify.tenants.acme.keys[4].test=true");
        service = new TestCommands(api, VERIFICATION_COMMANDS, VERIFICATION_EVENTS);
    }

    @AfterAll
    static void stop() {
        api.close();
        REDIS.close();
        KAFKA.close();
    }

    @Test
    void aDeliveredCodeIsSixZeros() {
        String id = begin(DELIVERED);

        look(id).expectBody()
                .jsonPath("$.test")
                .isEqualTo(true)
                .jsonPath("$.delivery.status")
                .isEqualTo("sent");
        check(TEST_KEY, id, "000001").expectBody().jsonPath("$.result").isEqualTo("incorrect");
        check(TEST_KEY, id, "000000").expectBody().jsonPath("$.result").isEqualTo("approved");
        await().atMost(TIME_OUT)
                .untilAsserted(() -> assertThat(api.namesOf(VERIFICATION_EVENTS, id))
                        .containsExactly(
                                "VerificationOpened", "CodeSent", "IncorrectCodeEntered", "VerificationSucceeded"));
        assertThat(api.recordsOf(VERIFICATION_EVENTS, id))
                .allSatisfy(record -> assertThat(api.field(record, "test")).isEqualTo(true));
        assertThat(api.namesOf(VERIFICATION_REQUESTED, id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "@dmv_closed,pending,awaiting_user_action",
        "DMV_SUSPENDED,failed,undeliverable",
        "@dmv_slow,pending,queued"
    })
    void theOtherTargetsAreClosedSuspendedOrSlow(String target, String status, String delivery) {
        look(begin(target))
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.delivery.status")
                .isEqualTo(delivery);
    }

    @Test
    void aSlowMessageIsSentAfterItsEta() {
        String id = begin("@dmv_slow");
        look(id).expectBody().jsonPath("$.delivery.eta").isNotEmpty();

        api.clock.advance(Duration.ofSeconds(30));

        await().atMost(TIME_OUT)
                .untilAsserted(() ->
                        look(id).expectBody().jsonPath("$.delivery.status").isEqualTo("sent"));
    }

    @Test
    void noTestIsCounted() {
        for (int i = 0; i < 12; i++) {
            String id = begin(DELIVERED);
            check(TEST_KEY, id, "111111").expectStatus().isOk();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"@jack", "@dmv_other"})
    void aTestKeyTakesNoOtherTarget(String target) {
        assertRefused(start(TEST_KEY, Map.of("handle", target), null), "/target");
    }

    @Test
    void aTestKeyTakesNoChallenge() {
        assertRefused(start(TEST_KEY, Map.of("handle", DELIVERED), "auto"), "/mode");
        assertRefused(start(TEST_KEY, null, "dm_in"), "/mode");
    }

    @Test
    void anOrdinaryKeyTakesNoTargetOfTests() {
        assertRefused(start(RunningApi.KEY, Map.of("handle", "DMV_Delivered"), null), "/target");
        assertRefused(start(RunningApi.KEY, Map.of("user_id", "9000000000000000001"), null), "/target");
    }

    @Test
    void sixZerosAreNoCodeOfWhatIsNoTest() {
        String id = id(start(RunningApi.KEY, Map.of("handle", "no_test"), null));
        api.tell("dm.attempted", id, api.report(id, 1, DmOutcome.SENT).build());
        await().atMost(TIME_OUT)
                .untilAsserted(() -> api.as(RunningApi.KEY)
                        .get()
                        .uri("/v1/verifications/" + id)
                        .exchange()
                        .expectBody()
                        .jsonPath("$.delivery.status")
                        .isEqualTo("sent")
                        .jsonPath("$.test")
                        .doesNotExist());

        check(RunningApi.KEY, id, "000000").expectBody().jsonPath("$.result").isEqualTo("incorrect");
    }

    @Test
    void testKeysAndTheOthersDoNotSeeEachOther() {
        String test = begin(DELIVERED);
        String other = id(start(RunningApi.KEY, Map.of("handle", "seen_by_none"), null));

        check(RunningApi.KEY, test, "000000").expectStatus().isNotFound();
        for (String path : new String[] {"", "/events", "/timeline"}) {
            call(TEST_KEY, HttpMethod.GET, other + path).expectStatus().isNotFound();
        }
        for (String path : new String[] {"/cancel", "/resend"}) {
            call(TEST_KEY, HttpMethod.POST, other + path).expectStatus().isNotFound();
        }
        api.as(TEST_KEY)
                .get()
                .uri("/v1/verifications?target=@seen_by_none")
                .exchange()
                .expectBody()
                .jsonPath("$.data")
                .isEmpty();
    }

    @Test
    void anErasureOfATestKeyReachesTestsAlone() {
        String test = begin(DELIVERED);
        String person = "2000000000000000777";
        String other = id(start(RunningApi.KEY, Map.of("user_id", person), null));

        api.as(TEST_KEY)
                .delete()
                .uri("/v1/targets/" + person)
                .exchange()
                .expectStatus()
                .isOk();
        api.as(TEST_KEY)
                .delete()
                .uri("/v1/targets/9000000000000000001")
                .exchange()
                .expectStatus()
                .isOk();

        call(RunningApi.KEY, HttpMethod.GET, other).expectStatus().isOk();
        look(test).expectStatus().isNotFound();
    }

    @Test
    void reachabilityOfATestAsksNoOne() {
        reachability(TEST_KEY, "@dmv_closed")
                .expectBody()
                .jsonPath("$.reachable")
                .isEqualTo("no");
        reachability(TEST_KEY, DELIVERED).expectBody().jsonPath("$.reachable").isEqualTo("yes");
        reachability(TEST_KEY, "@jack").expectStatus().isBadRequest();
        reachability(RunningApi.KEY, DELIVERED).expectStatus().isBadRequest();
    }

    @Test
    void aTopicOfTestsTakesTheirTargetsAlone() {
        String refused = TestCommands.newId();
        service.start(TestCommands.startOf(refused, "@jack").build());
        assertThat(service.awaitRejected(refused).getProblemCode()).isEqualTo("invalid_request");

        String command = TestCommands.newId();
        service.start(TestCommands.startOf(command, DELIVERED).build());
        var opened = service.awaitOpened(command);

        assertThat(opened.getTest()).isTrue();
        check(TEST_KEY, opened.getVerificationId(), "000000")
                .expectBody()
                .jsonPath("$.result")
                .isEqualTo("approved");
    }

    private static void assertRefused(ResponseSpec answer, String pointer) {
        answer.expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    private static ResponseSpec reachability(String key, String target) {
        return api.as(key).get().uri("/v1/targets/" + target + "/reachability").exchange();
    }

    private static String begin(String handle) {
        return id(start(TEST_KEY, Map.of("handle", handle), null));
    }

    private static ResponseSpec start(String key, Map<String, String> target, String mode) {
        Map<String, Object> body = new HashMap<>();
        body.put("target", target);
        body.put("mode", mode);
        return api.as(key).post().uri("/v1/verifications").bodyValue(body).exchange();
    }

    private static String id(ResponseSpec answer) {
        Map<?, ?> begun = answer.expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(begun).get("id"));
    }

    private static ResponseSpec look(String id) {
        return call(TEST_KEY, HttpMethod.GET, id);
    }

    private static ResponseSpec call(String key, HttpMethod method, String path) {
        return api.as(key).method(method).uri("/v1/verifications/" + path).exchange();
    }

    private static ResponseSpec check(String key, String id, String code) {
        return api.as(key)
                .post()
                .uri("/v1/verifications/" + id + "/checks")
                .bodyValue(Map.of("code", code))
                .exchange();
    }
}
