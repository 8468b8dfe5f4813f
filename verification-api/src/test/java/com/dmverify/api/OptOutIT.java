package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.codes.CodeKey;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCodes;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.events.DmOutcome;
import com.dmverify.schemas.ReasonWords;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Our messages say "Not you? Reply NO. No more messages from us? Reply STOP.": what comes of it. */
@ExtendWith(SharedApi.class)
class OptOutIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);
    private static RunningApi api;

    @BeforeAll
    static void start(RunningApi shared) {
        api = shared;
    }

    @Test
    void whoeverAnswersNoEndsTheVerification() {
        // Given
        String id = open("refusal_41");
        sent(id, "41");

        // When
        hears(api.message("41", "No!"));

        // Then
        failed(id, "declined");
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(api.namesOf(Topics.VERIFICATION_EVENTS, id))
                        .containsExactly("VerificationOpened", "CodeSent", "VerificationFailed"));
        check(id)
                .expectStatus()
                .isEqualTo(410)
                .expectBody()
                .jsonPath("$.detail")
                .value(detail -> assertThat(String.valueOf(detail)).contains("declined"));
        start(Map.of("user_id", "41")).expectStatus().isAccepted();
    }

    @Test
    void whoeverAnswersStopIsSentNothingBecauseOfIt() {
        // Given
        String id = open("refusal_42");
        closed(id, "42");

        // When: behind the STOP in the same partition, somebody who makes something be sent
        String marker = open("refusal_142");
        closed(marker, "142");
        hears(api.message("42", "STOP"), api.message("142", "START"));

        // Then
        failed(id, "opted_out");
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, marker))
                        .hasSize(2));
        await().untilAsserted(() ->
                assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, id)).hasSize(1));
    }

    @Test
    void whoOptedOutIsNotAskedAgainUntilTheyWriteStart() {
        // Given
        String id = open("refusal_43");
        sent(id, "43");
        hears(api.message("43", "Stop."));
        failed(id, "opted_out");

        // When, Then: a handle may have another owner by now, and only the sender knows
        optedOut(start(Map.of("user_id", "43")));
        start(Map.of("handle", "@Person_43")).expectStatus().isAccepted();
        api.clock.advance(Duration.ofSeconds(1));
        hears(api.message("43", "START"));
        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> start(Map.of("user_id", "43")).expectStatus().is2xxSuccessful());
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(api.optOuts("43")).containsExactly("OPTED_OUT", "OPTED_IN"));
    }

    @Test
    void anOrderThatTheSenderWithdrewForAnOptOutEndsTheVerification() {
        String id = open("refusal_50");

        report(id, "50", DmOutcome.WITHDRAWN, "opted_out");

        failed(id, "opted_out");
        get(id).jsonPath("$.delivery.status").isEqualTo("withdrawn");
    }

    @Test
    void anOldStopAfterAStartChangesNothing() {
        // Given: X repeats a STOP after the START that came behind it
        ActivityRecorded stop = api.message("51", "stop");
        api.clock.advance(Duration.ofSeconds(1));
        hears(api.message("51", "START"), stop);
        String marker = openFor("151");
        hears(api.message("151", "no"));
        failed(marker, "declined");

        // When, Then
        start(Map.of("user_id", "51")).expectStatus().isAccepted();
    }

    @Test
    void aConversationWithTheBrandChangesNothing() {
        // Given
        String id = open("refusal_52");
        closed(id, "52");
        String marker = open("refusal_152");
        closed(marker, "152");

        // When
        hears(api.message("52", "Hello, I did not get the code yet"), api.message("52", "12:30?"));
        hears(api.message("152", "START"));

        // Then
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, marker))
                        .hasSize(2));
        await().untilAsserted(() ->
                assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, id)).hasSize(1));
        get(id).jsonPath("$.delivery.status").isEqualTo("awaiting_user_action");
    }

    @Test
    void whatAPersonCanDoIsSaidInTheirLanguage() {
        String id = idOf(api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .bodyValue(Map.of("target", Map.of("handle", "refusal_53"), "locale", "de-AT"))
                .exchange());
        closed(id, "53");

        get(id).jsonPath("$.delivery.next_action.type")
                .isEqualTo("follow")
                .jsonPath("$.delivery.next_action.text")
                .value(text -> assertThat(String.valueOf(text)).contains("START", "@dmverify_demo"))
                .jsonPath("$.delivery.next_action.or.type")
                .isEqualTo("write")
                .jsonPath("$.delivery.next_action.or.url")
                .isEqualTo("https://x.com/messages/compose?recipient_id=" + RunningApi.BRAND + "&text=START")
                .jsonPath("$.delivery.next_action.or.text")
                .value(text -> assertThat(String.valueOf(text)).contains("START"))
                .jsonPath("$.delivery.next_action.or.or")
                .doesNotExist();
    }

    @Test
    void aRepeatedFollowSendsOnceAndOneFromBeforeSendsNothing() {
        // Given
        ActivityRecorded before = api.follow("54");
        api.clock.advance(Duration.ofMinutes(1));
        String id = open("refusal_54");
        closed(id, "54");
        ActivityRecorded follow = api.follow("54");

        // When: told by two deliveries with ids of their own
        hears(
                before,
                follow,
                ActivityRecorded.newBuilder(follow).setActivityId("again-54").build());
        String marker = open("refusal_154");
        closed(marker, "154");
        hears(api.message("154", "START"));

        // Then
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, marker))
                        .hasSize(2));
        await().untilAsserted(() ->
                assertThat(api.namesOf(Topics.VERIFICATION_REQUESTED, id)).hasSize(2));
    }

    @Test
    void aWordCountsByXsTimeAndNotByTheDelivery() {
        // Given: X repeats, days later and under another id, a NO from before the start
        ActivityRecorded no = api.message("55", "NO");
        api.clock.advance(Duration.ofDays(5));
        String id = openFor("55");
        String marker = openFor("155");

        // When
        hears(ActivityRecorded.newBuilder(no)
                .setActivityId("replayed-55")
                .setReceivedAt(api.clock.instant())
                .build());
        hears(api.message("155", "no"));

        // Then
        failed(marker, "declined");
        get(id).jsonPath("$.status").isEqualTo("pending");
    }

    @Test
    void aRefusalThatIsHeardBeforeTheReportCountsToo() {
        // Given: nobody knows yet whose handle it is
        String marker = open("refusal_144");
        sent(marker, "144");
        String id = open("refusal_44");
        hears(api.message("44", "NO"), api.message("144", "NO"));
        failed(marker, "declined");

        // When
        report(id, "44", DmOutcome.SENT, null);

        // Then
        failed(id, "declined");
    }

    @Test
    void whoOptedOutUnderAnotherHandleGetsNoSecondMessage() {
        // Given
        String first = openFor("45");
        hears(api.message("45", "stop"));
        failed(first, "opted_out");
        api.clock.advance(Duration.ofMinutes(1));
        String id = open("refusal_45");
        sent(id, "45");
        api.clock.advance(Duration.ofMinutes(2));

        // When
        ResponseSpec again = post("/v1/verifications/" + id + "/resend");

        // Then: the code that is out stays good
        optedOut(again);
        get(id).jsonPath("$.status").isEqualTo("pending");
    }

    @Test
    void whoOptedOutIsNotWaitedFor() {
        // Given
        String first = openFor("46");
        hears(api.message("46", "stop"));
        failed(first, "opted_out");
        api.clock.advance(Duration.ofMinutes(1));
        String id = open("refusal_46");

        // When
        report(id, "46", DmOutcome.REFUSED, "target_closed");

        // Then
        failed(id, "opted_out");
    }

    @Test
    void anOldRefusalDoesNotEndWhatBeganLater() {
        // Given
        String first = openFor("47");
        ActivityRecorded no = api.message("47", "no");
        hears(no);
        failed(first, "declined");
        api.clock.advance(Duration.ofMinutes(1));
        String id = openFor("47");
        String marker = openFor("147");

        // When: told again
        hears(no, api.message("147", "no"));

        // Then
        failed(marker, "declined");
        get(id).jsonPath("$.status").isEqualTo("pending");
        hears(api.message("47", "no"));
        failed(id, "declined");
    }

    @Test
    void aWebhookWhoseClockIsBehindIsBelieved() {
        // Given
        ActivityRecorded no = api.message("48", "no");
        api.clock.advance(Duration.ofSeconds(4));
        String id = openFor("48");

        // When
        hears(no);

        // Then
        failed(id, "declined");
    }

    private static void hears(ActivityRecorded... activities) {
        for (ActivityRecorded activity : activities) {
            api.tell(Topics.X_ACTIVITY, "one-partition", activity);
        }
    }

    private static void sent(String id, String user) {
        report(id, user, DmOutcome.SENT, null);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> get(id).jsonPath("$.delivery.status").isEqualTo("sent"));
    }

    private static void closed(String id, String user) {
        report(id, user, DmOutcome.REFUSED, "target_closed");
        await().atMost(TIMEOUT)
                .untilAsserted(() -> get(id).jsonPath("$.delivery.status").isEqualTo("awaiting_user_action"));
    }

    private static void report(String id, String user, DmOutcome outcome, String reason) {
        api.tell(
                Topics.DM_ATTEMPTED,
                id,
                api.report(id, 1, outcome)
                        .setReason(
                                reason == null
                                        ? null
                                        : ReasonWords.parse(reason).orElseThrow())
                        .setRecipientUserId(user)
                        .setRecipientHandle("person_" + user)
                        .build());
    }

    private static void failed(String id, String reason) {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> get(id).jsonPath("$.status")
                        .isEqualTo("failed")
                        .jsonPath("$.reason")
                        .isEqualTo(reason));
    }

    private static void optedOut(ResponseSpec response) {
        response.expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("opted_out")
                .jsonPath("$.detail")
                .value(detail -> assertThat(String.valueOf(detail)).contains("START to @dmverify_demo"));
    }

    private static String open(String handle) {
        return idOf(start(Map.of("handle", handle)).expectStatus().isAccepted());
    }

    private static String openFor(String user) {
        return idOf(start(Map.of("user_id", user)).expectStatus().isAccepted());
    }

    private static ResponseSpec start(Map<String, String> target) {
        return api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .bodyValue(Map.of("target", target))
                .exchange();
    }

    private static ResponseSpec post(String path) {
        return api.as(RunningApi.KEY).post().uri(path).exchange();
    }

    private static ResponseSpec check(String id) {
        String code = new OneTimeCodes(new KeyRing(List.of(CodeKey.ofBase64("k1", RunningApi.SECRET))))
                .derive("k1", id, 1, 6)
                .digits();
        return api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications/" + id + "/checks")
                .bodyValue(Map.of("code", code))
                .exchange();
    }

    private static BodyContentSpec get(String id) {
        return api.as(RunningApi.KEY)
                .get()
                .uri("/v1/verifications/" + id)
                .exchange()
                .expectBody();
    }

    private static String idOf(ResponseSpec response) {
        Map<?, ?> body = response.expectBody(Map.class).returnResult().getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("id"));
    }
}
