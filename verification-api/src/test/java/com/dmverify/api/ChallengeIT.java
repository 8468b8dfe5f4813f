package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.codes.ChallengeToken;
import com.dmverify.codes.CodeKey;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCodes;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.OrderKind;
import com.dmverify.schemas.QuickReplies;
import com.dmverify.schemas.Topics;
import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A person proves control by a message to the brand: from the request to the event. */
@ExtendWith(SharedApi.class)
class ChallengeIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static RunningApi api;

    @BeforeAll
    static void start(RunningApi shared) {
        api = shared;
    }

    @Test
    void whoSendsTheChallengeIsVerified() {
        // Given
        Started started = start("dm_in", Map.of("handle", "@Challenge_1"));
        assertThat(started.get("$.status")).isEqualTo("pending");
        assertThat(started.get("$.mode")).isEqualTo("dm_in");
        assertThat(started.get("$.delivery")).isNull();
        assertThat(started.get("$.expires_at")).isNotNull();
        assertThat(started.token())
                .matches("[" + ChallengeToken.ALPHABET + "]{4}(-[" + ChallengeToken.ALPHABET + "]{4}){3}");
        assertThat(started.text()).startsWith("VERIFY " + started.token() + " ").contains("dmverify_demo");
        assertThat(String.valueOf(started.get("$.challenge.compose_url")))
                .startsWith("https://x.com/messages/compose?recipient_id=" + RunningApi.BRAND + "&text=VERIFY%20")
                .contains(started.token())
                .doesNotContain("+");

        // When
        hears(written("501", "challenge_1", started.text()));

        // Then
        awaitStatus(started, "verified");
        assertThat(started.now("$.target.user_id")).isEqualTo("501");
        assertThat(started.now("$.target.handle")).isEqualTo("challenge_1");
        awaitEvents(started, "VerificationOpened", "VerificationSucceeded");
        assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, started.id())).isEmpty();
        list("501").jsonPath("$.data[0].id").isEqualTo(started.id());
    }

    @Test
    void withoutATargetTheWriterIsTheOneThatIsVerified() {
        Started started = start("dm_in", null);
        assertThat(started.get("$.target.user_id")).isNull();

        hears(written(
                "502",
                "challenge_2",
                "hi, " + started.token().toLowerCase(Locale.ROOT).replace('-', ' ')));

        awaitStatus(started, "verified");
        assertThat(started.now("$.target.user_id")).isEqualTo("502");
    }

    @Test
    void anotherAccountIsAnEventAndTheRightOneStillProves() {
        Started started = start("dm_in", Map.of("user_id", "503"));

        hears(written("504", "challenge_3", started.text()));

        awaitEvents(started, "VerificationOpened", "ChallengeFromWrongAccount");
        await().untilAsserted(() -> assertThat(api.recordsOf(Topics.VERIFICATION_EVENTS, started.id()))
                .hasSize(2));
        hears(written("503", null, started.text()));
        awaitStatus(started, "verified");
    }

    @Test
    void aHandleThatXDidNotNameIsLookedUp() {
        // Given
        Started started = start("dm_in", Map.of("handle", "challenge_5"));

        // When
        hears(written("505", null, started.text()));

        // Then
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, started.id()))
                        .hasSize(1));
        assertThat(started.now("$.status")).isEqualTo("pending");
        assertThat(started.now("$.delivery")).isNull();
        api.tell(
                Topics.DM_ATTEMPTED,
                started.id(),
                DmAttempted.newBuilder(
                                api.report(started.id(), 1, DmOutcome.RESOLVED).build())
                        .setKind(OrderKind.LOOK_UP)
                        .setCodeVersion(0)
                        .setRecipientUserId("505")
                        .setRecipientHandle("challenge_5")
                        .build());
        awaitStatus(started, "verified");
    }

    @Test
    void noAfterTheProofIsADispute() {
        Started started = start("dm_in", null);
        hears(written("506", "challenge_6", started.text()));
        awaitStatus(started, "verified");

        hears(written("506", "challenge_6", "NO"));

        awaitEvents(started, "VerificationOpened", "VerificationSucceeded", "VerificationDisputed");
        assertThat(started.now("$.status")).isEqualTo("verified");
    }

    @Test
    void anOptionThatWasTappedDoesWhatItsWordDoes() {
        Started no = start("dm_in", null);
        Started stop = start("dm_in", null);

        hears(
                ActivityRecorded.newBuilder(written("530", "challenge_30", no.text()))
                        .setQuickReplyMetadata(QuickReplies.DECLINE)
                        .build(),
                ActivityRecorded.newBuilder(written("531", "challenge_31", stop.text()))
                        .setQuickReplyMetadata(QuickReplies.OPT_OUT)
                        .build());

        awaitStatus(no, "failed");
        awaitStatus(stop, "failed");
        assertThat(no.now("$.reason")).isEqualTo("declined");
        assertThat(stop.now("$.reason")).isEqualTo("opted_out");
    }

    @Test
    void aRefusalInTheSameMessageCountsFirst() {
        Started started = start("dm_in", null);

        hears(written("507", "challenge_7", started.text() + ". NO"));

        awaitStatus(started, "failed");
        assertThat(started.now("$.reason")).isEqualTo("declined");
    }

    @Test
    void whoOptedOutMayStillProveByAChallenge() {
        // Given
        hears(written("508", "challenge_8", "STOP"));
        await().atMost(TIMEOUT)
                .untilAsserted(() -> post(
                                "dm_out",
                                Map.of("user_id", "508"),
                                UUID.randomUUID().toString())
                        .expectStatus()
                        .isForbidden());

        // When
        Started in = start("dm_in", Map.of("user_id", "508"));
        Started auto = start("auto", Map.of("user_id", "508"));

        // Then
        assertThat(auto.get("$.delivery")).isNull();
        api.clock.advance(Duration.ofSeconds(10));
        hears(written("508", "challenge_8", in.text() + " " + auto.token()));
        awaitStatus(in, "verified");
        awaitStatus(auto, "verified");
    }

    @Test
    void aStartOfAutoThatMaySendNothingDoesNotCountForTheTarget() {
        // Given
        Map<String, String> target = Map.of("user_id", "512");
        hears(written("512", "challenge_12", "STOP"));
        await().atMost(TIMEOUT)
                .untilAsserted(() -> post("dm_out", target, UUID.randomUUID().toString())
                        .expectStatus()
                        .isForbidden());
        IntStream.range(0, 4)
                .forEach(
                        i -> assertThat(start("auto", target).get("$.delivery")).isNull());

        // When
        api.clock.advance(Duration.ofSeconds(10));
        hears(written("512", "challenge_12", "START"));

        // Then
        await().atMost(TIMEOUT)
                .untilAsserted(() -> post("dm_out", target, UUID.randomUUID().toString())
                        .expectStatus()
                        .isEqualTo(202));
        start("dm_out", target);
        start("dm_out", target);
        post("dm_out", target, UUID.randomUUID().toString()).expectStatus().isEqualTo(429);
    }

    @Test
    void theCodeInAMessageProvesNothing() {
        Started started = start("auto", Map.of("user_id", "509"));
        api.tell(
                Topics.DM_ATTEMPTED,
                started.id(),
                DmAttempted.newBuilder(
                                api.report(started.id(), 1, DmOutcome.SENT).build())
                        .setRecipientUserId("509")
                        .build());

        hears(written("509", "challenge_9", "[redacted]"), written("509", "challenge_9", "NO"));

        awaitStatus(started, "failed");
    }

    @Test
    void aChallengeHasNoCodeAndNoMessage() {
        Started started = start("dm_in", null);

        for (String path : List.of("checks", "resend")) {
            api.as(RunningApi.KEY)
                    .post()
                    .uri("/v1/verifications/{id}/{path}", started.id(), path)
                    .bodyValue(Map.of("code", "493021"))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("wrong_mode");
        }
    }

    @Test
    void overTheLimitsAutoBeginsWithoutAMessageAndDmInIsNotCounted() {
        Map<String, String> target = Map.of("user_id", "510");
        IntStream.range(0, 5).forEach(i -> start("dm_in", target));
        assertThat(start("auto", target).get("$.delivery.status")).isEqualTo("queued");
        start("dm_out", target);
        start("dm_out", target);
        post("dm_out", target, UUID.randomUUID().toString()).expectStatus().isEqualTo(429);

        Started auto = start("auto", target);

        assertThat(auto.get("$.delivery")).isNull();
        hears(written("510", "challenge_10", auto.text()));
        awaitStatus(auto, "verified");
    }

    @Test
    void aMinuteWithoutAMessageSaysThatEncryptedChatsCannotBeRead() {
        Started started = start("dm_in", null);
        assertThat(started.get("$.challenge.next_action")).isNull();

        api.clock.advance(Duration.ofSeconds(60));

        assertThat(String.valueOf(started.now("$.challenge.next_action.text"))).contains("encrypted");
        assertThat(started.now("$.challenge.next_action.url")).isEqualTo(started.get("$.challenge.compose_url"));
    }

    @Test
    void theSameRequestWithTheSameKeyShowsTheSameChallenge() {
        String key = UUID.randomUUID().toString();
        Started first = new Started(body(post("dm_in", null, key)));
        Started again = new Started(body(post("dm_in", null, key)));

        assertThat(again.token()).isEqualTo(first.token());
        post("auto", Map.of("user_id", "511"), key).expectStatus().isEqualTo(422);
    }

    /** Whichever comes first: one proof, one end. */
    @Test
    void ofCheckAndChallengeOneProves() {
        List<Started> all = IntStream.range(0, 20)
                .mapToObj(i -> start("auto", Map.of("user_id", String.valueOf(5200 + i))))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            Started started = all.get(i);
            String person = String.valueOf(5200 + i);
            api.tell(
                    Topics.DM_ATTEMPTED,
                    started.id(),
                    DmAttempted.newBuilder(
                                    api.report(started.id(), 1, DmOutcome.SENT).build())
                            .setRecipientUserId(person)
                            .build());
        }
        all.forEach(started -> await().atMost(TIMEOUT).until(() -> "sent".equals(started.now("$.delivery.status"))));

        List<CompletableFuture<Void>> checks = all.stream()
                .map(started -> CompletableFuture.runAsync(() -> check(started)))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            hears(written(String.valueOf(5200 + i), null, all.get(i).text()));
        }

        checks.forEach(CompletableFuture::join);
        all.forEach(started -> {
            awaitStatus(started, "verified");
            awaitEvents(started, "VerificationOpened", "CodeSent", "VerificationSucceeded");
        });
    }

    private static void check(Started started) {
        String code = new OneTimeCodes(new KeyRing(List.of(CodeKey.ofBase64("k1", RunningApi.SECRET))))
                .derive("k1", started.id(), 1, 6)
                .digits();
        int status = api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications/{id}/checks", started.id())
                .bodyValue(Map.of("code", code))
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
        assertThat(status).isIn(200, 409);
    }

    private static ActivityRecorded written(String user, @Nullable String handle, String text) {
        return ActivityRecorded.newBuilder(api.message(user, text))
                .setOtherHandle(handle)
                .build();
    }

    private static void hears(ActivityRecorded... activities) {
        for (ActivityRecorded activity : activities) {
            api.tell(Topics.X_ACTIVITY, activity.getOtherUserId(), activity);
        }
    }

    private static void awaitStatus(Started started, String status) {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(started.now("$.status")).isEqualTo(status));
    }

    private static void awaitEvents(Started started, String... names) {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(api.namesOf(Topics.VERIFICATION_EVENTS, started.id()))
                        .containsExactly(names));
    }

    private static Started start(String mode, @Nullable Map<String, String> target) {
        return new Started(body(post(mode, target, UUID.randomUUID().toString())));
    }

    private static ResponseSpec post(String mode, @Nullable Map<String, String> target, String key) {
        Map<String, Object> body = new HashMap<>(Map.of("mode", mode));
        if (target != null) {
            body.put("target", target);
        }
        return api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange();
    }

    private static String body(ResponseSpec response) {
        return String.valueOf(response.expectStatus()
                .is2xxSuccessful()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static BodyContentSpec list(String user) {
        return api.as(RunningApi.KEY)
                .get()
                .uri("/v1/verifications?target={user}", user)
                .exchange()
                .expectBody();
    }

    /** A verification as the platform was answered. */
    private record Started(String body) {

        @Nullable
        Object get(String path) {
            return JsonPath.read(body, path);
        }

        String id() {
            return String.valueOf(get("$.id"));
        }

        String token() {
            return String.valueOf(get("$.challenge.token"));
        }

        String text() {
            return String.valueOf(get("$.challenge.text"));
        }

        @Nullable
        Object now(String path) {
            return new Started(ChallengeIT.body(api.as(RunningApi.KEY)
                            .get()
                            .uri("/v1/verifications/{id}", id())
                            .exchange()))
                    .get(path);
        }
    }
}
