package com.dmverify.sender;

import static com.dmverify.sender.fixture.SenderTopics.traceOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.events.ActivityKind;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.events.DmAttempted;
import com.dmverify.events.DmOutcome;
import com.dmverify.events.DmReason;
import com.dmverify.events.OrderKind;
import com.dmverify.events.VerificationRequested;
import com.dmverify.local.testing.SharedRedis;
import com.dmverify.schemas.EventCodec;
import com.dmverify.sender.fixture.FakeX;
import com.dmverify.sender.fixture.Keys;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.PlayedX;
import com.dmverify.sender.fixture.RunningSender;
import com.dmverify.sender.fixture.SenderTopics;
import com.dmverify.sender.ledger.ClaimResult;
import com.dmverify.sender.ledger.RedisSentLedger;
import com.dmverify.sender.ledger.SentLedger;
import com.dmverify.sender.order.DispatchId;
import com.dmverify.sender.order.Recipient;
import com.dmverify.sender.redis.RedisScriptRunner;
import com.dmverify.x.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SenderIT {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final int MAIN = 0;
    private static final int TIGHT = 1;
    private static final int SHARED = 2;

    private static FakeX x;
    private static SenderTopics topics;
    private static RunningSender sender;

    private final String verification = "ver_" + UUID.randomUUID();
    private final String user = String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000, 9_000_000));

    @BeforeAll
    static void start() {
        x = new FakeX();
        topics = new SenderTopics();
        sender = new RunningSender(x);
    }

    @AfterAll
    static void stop() {
        sender.close();
        topics.close();
        x.close();
    }

    @Test
    void aRequestedCodeArrivesAndIsAnnounced() {
        // When
        topics.ask(MAIN, order().build());

        // Then
        ConsumerRecord<String, byte[]> record =
                topics.announcements(verification, 1).getFirst();
        DmAttempted event = topics.decode(record);
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
        assertThat(event.getRecipientUserId()).isEqualTo(user);
        assertThat(x.inbox(user)).singleElement().satisfies(dm -> {
            assertThat(dm.id()).isEqualTo(event.getDmEventId());
            assertThat(dm.text()).contains(Keys.codeOf(verification));
        });
        assertThat(header(record, "ce_id")).isEqualTo(verification + ".1.attempted");
        assertThat(header(record, "ce_source")).isEqualTo("/dm-sender");
        assertThat(header(record, "traceparent")).isEqualTo(traceOf(Orders.ACCOUNT));
    }

    @Test
    void aPersonIsLookedUpAndNothingIsSent() {
        // When
        topics.ask(
                MAIN,
                Orders.lookUp(verification, CLOCK.instant())
                        .setTargetHandle("user" + user)
                        .build());

        // Then
        DmAttempted event = topics.attempt(verification);
        assertThat(event.getKind()).isEqualTo(OrderKind.LOOK_UP);
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.RESOLVED);
        assertThat(event.getRecipientUserId()).isEqualTo(user);
        assertThat(event.getRecipientHandle()).isEqualTo("user" + user);
        assertThat(event.getRecipientTakesMessages()).isTrue();
        assertThat(x.inbox(user)).isEmpty();
    }

    @Test
    void aRedeliveredOrderIsAnnouncedAgainAndNotSentAgain() {
        // Given
        topics.ask(MAIN, order().build());
        topics.attempt(verification);

        // When
        topics.ask(MAIN, order().build());

        // Then
        List<ConsumerRecord<String, byte[]>> announcements = topics.announcements(verification, 2);
        assertThat(announcements.get(1).value()).isEqualTo(announcements.get(0).value());
        assertThat(x.inbox(user)).hasSize(1);
    }

    @Test
    void whenXBreaksTheCodeIsSentAgainAndArrivesOnce() {
        // Given
        x.misbehave(user, FakeX.Fault.BREAKS_BEFORE);

        // When
        topics.ask(MAIN, order().build());

        // Then
        assertThat(topics.attempt(verification).getOutcome()).isEqualTo(DmOutcome.SENT);
        assertThat(x.inbox(user)).hasSize(1);
    }

    @Test
    void whenTheAnswerIsLostTheMessageIsFoundAndNotRepeated() {
        // Given
        x.misbehave(user, FakeX.Fault.DROPS_AFTER_ACCEPTING);

        // When
        topics.ask(MAIN, order().build());

        // Then
        List<ConsumerRecord<String, byte[]>> reports = topics.announcements(verification, 2);
        assertThat(header(reports.getFirst(), "ce_id")).isEqualTo(verification + ".1.unconfirmed");
        DmAttempted event = topics.decode(reports.getLast());
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.SENT);
        assertThat(x.inbox(user))
                .singleElement()
                .satisfies(dm -> assertThat(dm.id()).isEqualTo(event.getDmEventId()));
    }

    @Test
    void aClosedTargetIsRefused() {
        // Given
        x.misbehave(user, FakeX.Fault.IS_CLOSED);

        // When
        topics.ask(MAIN, order().build());

        // Then
        DmAttempted event = topics.attempt(verification);
        assertThat(event.getOutcome()).isEqualTo(DmOutcome.REFUSED);
        assertThat(event.getReason()).isEqualTo(DmReason.TARGET_CLOSED);
        assertThat(event.getRecipientUserId()).isEqualTo(user);
    }

    @Test
    void anEmptyBudgetHoldsUpItsOwnAccountAndThenAllAreSentOnce() {
        // Given
        List<String> waiting =
                IntStream.range(0, 8).mapToObj(i -> verification + "_" + i).toList();
        Instant start = CLOCK.instant();

        // When
        waiting.forEach(id -> topics.ask(
                TIGHT,
                order().setVerificationId(id)
                        .setAccount(RunningSender.TIGHT)
                        .setSendDeadline(start.plusSeconds(60))
                        .build()));
        topics.ask(MAIN, order().setTargetHandle("other" + user + "1").build());

        // Then
        topics.attempt(verification);
        int sentMeanwhile = x.inbox(user).size();
        waiting.forEach(id -> assertThat(topics.attempt(id).getOutcome()).isEqualTo(DmOutcome.SENT));
        assertThat(sentMeanwhile).isLessThan(waiting.size());
        assertThat(x.inbox(user)).hasSize(waiting.size());
        assertThat(x.inbox(user).getLast().at())
                .as("three windows of two seconds for eight messages, three in each")
                .isAfter(x.inbox(user).getFirst().at().plusSeconds(3));
        topics.untilNothingWaits();
    }

    @Test
    void anAccountWithoutBudgetHoldsUpNoOtherInTheSamePartition() {
        // Given
        List<String> waiting =
                IntStream.range(0, 6).mapToObj(i -> verification + "_" + i).toList();
        waiting.forEach(id -> topics.ask(
                SHARED,
                order().setVerificationId(id)
                        .setAccount(RunningSender.TIGHT)
                        .setSendDeadline(CLOCK.instant().plusSeconds(60))
                        .build()));

        // When
        topics.ask(SHARED, order().setTargetHandle("other" + user + "1").build());

        // Then
        topics.attempt(verification);
        assertThat(x.inbox(user)).hasSizeLessThan(waiting.size());
        waiting.forEach(id -> assertThat(topics.attempt(id).getOutcome()).isEqualTo(DmOutcome.SENT));
        assertThat(x.inbox(user)).hasSize(waiting.size());
        topics.untilNothingWaits();
    }

    @Test
    void aPoisonousRecordGoesToTheDeadLettersAndThePartitionGoesOn() {
        // Given
        byte[] garbage = "no order at all".getBytes(UTF_8);

        // When
        topics.put(MAIN, verification, garbage);
        topics.ask(MAIN, order().build());

        // Then
        ConsumerRecord<String, byte[]> deadLetter = topics.deadLetter(verification);
        assertThat(deadLetter.value()).isEqualTo(garbage);
        assertThat(header(deadLetter, "dlt-cause")).contains("not an Avro single-object record");
        assertThat(header(deadLetter, "dlt-attempt")).isEqualTo("1");
        assertThat(header(deadLetter, "dlt-origin")).startsWith("verification.requested-0@");
        assertThat(topics.attempt(verification).getOutcome()).isEqualTo(DmOutcome.SENT);
    }

    @Test
    void anOrderForAnUnknownAccountIsADeadLetter() {
        // When
        topics.ask(MAIN, order().setAccount("nobody-" + user).build());

        // Then
        assertThat(header(topics.deadLetter("nobody-" + user), "dlt-cause"))
                .isEqualTo("unknown account nobody-" + user);
    }

    @Test
    void theClaimOfADeadReplicaIsTakenOverAndItsMessageFound() {
        // Given
        SentLedger ledger = new RedisSentLedger(
                new RedisScriptRunner(SharedRedis.connections()),
                new EventCodec(),
                CLOCK,
                System::nanoTime,
                new RedisSentLedger.Spans(Duration.ofSeconds(1), Duration.ofHours(1)));
        ClaimResult.Claimed dead = (ClaimResult.Claimed) ledger.claim(new DispatchId(verification, 1));
        ledger.address(dead.claim(), Recipient.given(new UserId(user), null));
        ledger.call(dead.claim(), CLOCK.instant());
        FakeX.Dm dm = x.deliver(user, "Your code is " + Keys.codeOf(verification) + " .");

        // When
        topics.ask(MAIN, order().build());

        // Then
        DmAttempted event = topics.attempt(verification);
        assertThat(event.getDmEventId()).isEqualTo(dm.id());
        assertThat(x.inbox(user)).hasSize(1);
    }

    @Test
    void xsOwnWordSettlesALostAnswerAndNobodyReads() {
        // Given
        x.misbehave(user, FakeX.Fault.DROPS_AFTER_ACCEPTING);
        x.hideConversationWith(user);
        topics.ask(MAIN, order().build());
        await().atMost(SenderTopics.PATIENCE).until(() -> !x.inbox(user).isEmpty());
        FakeX.Dm dm = x.inbox(user).getFirst();

        // When
        topics.tell(activityOf(dm));

        // Then
        DmAttempted event = topics.attempt(verification);
        assertThat(event.getDmEventId()).isEqualTo(dm.id());
        assertThat(x.inbox(user)).hasSize(1);
    }

    @Test
    void thePaceOfEveryAccountIsTold() {
        assertThat(topics.paceOf(Orders.ACCOUNT).getWindows()).isEmpty();
        assertThat(topics.paceOf(RunningSender.TIGHT).getWindows())
                .singleElement()
                .satisfies(window -> assertThat(window.getLimit()).isEqualTo(3));
    }

    @Test
    void anOperatorSeesHealthAndMeters() throws Exception {
        // Given
        topics.ask(MAIN, order().build());
        topics.attempt(verification);

        // When
        String accounts = sender.operatorSees("/actuator/health/accounts");
        String meters = sender.operatorSees("/actuator/prometheus");

        // Then
        assertThat(sender.operatorSees("/actuator/health/readiness")).contains("UP");
        assertThat(sender.operatorSees("/actuator/health/liveness")).contains("UP");
        assertThat(accounts).contains("\"main\":\"sending\"");
        assertThat(meters)
                .contains("dm_sender_dispositions_total{")
                .contains("dm_sender_attempts_seconds_count{account=\"main\",outcome=\"sent\"")
                .contains("dm_sender_account_able{account=\"main\"")
                .contains("dm_sender_budget_limit{account=\"tight\",window=\"short\"} 3.0");
    }

    @Test
    void anAccountThatCannotWorkHarmsNoOther() throws Exception {
        // When
        topics.ask(
                MAIN,
                order().setAccount(RunningSender.BROKEN).setSendDeadline(soon()).build());

        // Then
        DmAttempted event = topics.attempt(verification);
        assertThat(event.getReason()).isEqualTo(DmReason.APP_MISCONFIGURED);
        assertThat(event.getDetail()).isEqualTo("dm-verify.accounts.broken: an account needs token-secret");
        assertThat(sender.operatorSees("/actuator/health/accounts"))
                .contains("\"main\":\"sending\"", "\"status\":\"BLOCKED\"", "an account needs token-secret");
    }

    @Test
    void nothingIsSentInTheNameOfAStranger() throws Exception {
        // When
        topics.ask(
                MAIN,
                order().setAccount(RunningSender.STRANGER)
                        .setSendDeadline(soon())
                        .build());

        // Then
        DmAttempted event = topics.attempt(verification);
        assertThat(event.getReason()).isEqualTo(DmReason.APP_MISCONFIGURED);
        assertThat(event.getDetail())
                .isEqualTo("the credentials are those of @example (id %s), and the configuration says id 42"
                        .formatted(PlayedX.BRAND));
        assertThat(x.inbox(user)).isEmpty();
    }

    /** Before the next probe of an account in trouble. */
    private static Instant soon() {
        return CLOCK.instant().plusSeconds(4);
    }

    /** As webhook-receiver records it: without the text. */
    private ActivityRecorded activityOf(FakeX.Dm dm) {
        CodeFingerprints fingerprints = new CodeFingerprints(RunningSender.CONSUMER_SECRET);
        return ActivityRecorded.newBuilder()
                .setActivityId(dm.id())
                .setKind(ActivityKind.DM_SENT)
                .setApp("default")
                .setAccountUserId(PlayedX.BRAND.value())
                .setOtherUserId(user)
                .setDmEventId(dm.id())
                .setOccurredAt(dm.at())
                .setReceivedAt(dm.at())
                .setRaw("{}")
                .setCodeFingerprints(fingerprints.all(PlayedX.BRAND.value(), user, dm.text()))
                .build();
    }

    private VerificationRequested.Builder order() {
        return Orders.requested(verification, CLOCK.instant()).setTargetHandle("user" + user);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
