package com.dmverify.api.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.api.TestPolicy;
import com.dmverify.api.timeline.Timeline;
import com.dmverify.api.trace.Trace;
import com.dmverify.api.verification.Challenge;
import com.dmverify.api.verification.Code;
import com.dmverify.api.verification.Consent;
import com.dmverify.api.verification.Delivery;
import com.dmverify.api.verification.DeliveryStatus;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.Mode;
import com.dmverify.api.verification.Moment;
import com.dmverify.api.verification.NewVerification;
import com.dmverify.api.verification.Order;
import com.dmverify.api.verification.Remaining;
import com.dmverify.api.verification.Request;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.Status;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.TestTarget;
import com.dmverify.api.verification.TestVerifications;
import com.dmverify.api.verification.UserAction;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stored form of a verification. */
class VerificationCodecTest {

    private static final VerificationId ID = new VerificationId("ver_0123456789abcdefghjkmnpqrs");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123Z");
    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    /** Every field has a value, and no two the same. */
    private static final Verification FULL = full(Map.of("plan", "pro"));

    private static final Verification CHALLENGED =
            full(Mode.AUTO, new Challenge("k3", NOW.plusSeconds(11), NOW.plusSeconds(12), new UserId("77")), Map.of());

    private static final String GOLDEN = """
            1 7 {"tenant":"acme","locale":"en","purpose":"Link your account","reference":"order-42",\
            "metadata":{"plan":"pro"},"consent_at":"2026-11-20T09:00:00Z","consent_text":"3",\
            "handle":"Alice","user_id":"2000000000000000001","handle_as_of":1795168801123,\
            "status":"failed","reason":"user_action_timeout","delivery":"undeliverable",\
            "delivery_reason":"target_closed","account":"demo","brand_handle":"dmverify_demo",\
            "brand_user_id":"1000000000000000001","lanes":4,"dispatch":3,"again":1,\
            "ordered_at":1795168802123,"send_deadline":1795168803123,"report_deadline":1795168809123,"reported":2,\
            "traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",\
            "tracestate":"vendor=1","wait_until":1795168804123,"resumes":5,"acted_at":1795168805123,\
            "kid":"k1","code_version":6,"digits":8,"code_life":600000,"expires_at":1795168806123,\
            "tries":9,"sends":11,"resend_at":1795168807123,"sequence":12,"created_at":1795168800123,\
            "ended_at":1795168808123,"timeline":"o,s2s4"}""";

    private final VerificationCodec codec = new VerificationCodec();

    @Test
    void theStoredFormIsTheSameInEveryRelease() {
        assertThat(new String(codec.write(stored(FULL)), UTF_8)).isEqualTo(GOLDEN);
    }

    @Test
    void everyFieldIsReadAsItWasWritten() {
        assertThat(codec.read(ID, codec.write(stored(FULL)))).isEqualTo(stored(FULL));
    }

    @Test
    void whatHasAChallengeIsLeftAloneByAVersionThatKnowsNone() {
        byte[] value = codec.write(stored(CHALLENGED));

        assertThat(new String(value, UTF_8))
                .startsWith("2 7 {")
                .contains(
                        "\"mode\":\"auto\"",
                        "\"look_up\":1",
                        "\"challenge_kid\":\"k3\",\"challenge_expires_at\":1795168811123,"
                                + "\"challenge_written_at\":1795168812123,\"claimant\":\"77\"",
                        "\"disputed_at\":1795168810123");
        assertThat(codec.read(ID, value)).isEqualTo(stored(CHALLENGED));
    }

    @Test
    void aTestIsLeftAloneByAVersionThatKnowsNone() {
        Verification test = Verification.open(
                        new NewVerification(
                                ID,
                                TestVerifications.testRequest(),
                                TestTarget.DELIVERED.target(),
                                TestVerifications.BRAND,
                                "k1"),
                        new Moment(NOW, TestPolicy.DEFAULT, null))
                .after();

        byte[] value = codec.write(stored(test));

        assertThat(new String(value, UTF_8)).startsWith("3 7 {").contains("\"test\":1");
        assertThat(codec.read(ID, value)).isEqualTo(stored(test));
    }

    @Test
    void theTermsOfAStartAreKept() {
        Request full = FULL.request();
        Request request = new Request(
                full.tenant(),
                full.mode(),
                full.locale(),
                full.purpose(),
                full.reference(),
                full.metadata(),
                full.consent(),
                false,
                TestPolicy.PROFILE.terms());
        Verification opened = Verification.open(
                        new NewVerification(ID, request, FULL.target(), TestVerifications.BRAND, "k1"),
                        new Moment(NOW, TestPolicy.DEFAULT, null))
                .after();

        byte[] value = codec.write(stored(opened));

        assertThat(new String(value, UTF_8))
                .contains("\"policy\":\"standard 300000 1800000 5 60000 120000 10 standard\"");
        assertThat(codec.read(ID, value)).isEqualTo(stored(opened));
    }

    @Test
    void aModeWithoutItsChallengeIsDamage() {
        String whole = new String(codec.write(stored(CHALLENGED)), UTF_8);

        assertThatThrownBy(() -> codec.read(
                        ID, whole.replace("\"challenge_kid\":\"k3\",", "").getBytes(UTF_8)))
                .isInstanceOf(DamagedVerificationException.class);
    }

    @Test
    void theBrandIsKeptWhereItIsNotTheHandle() {
        SendingAccount account = new SendingAccount("demo", new Handle("brand"), new UserId("2"), 1, "Example Ltd");
        Verification opened = Verification.open(
                        new NewVerification(ID, FULL.request(), FULL.target(), account, "k1"),
                        new Moment(NOW, TestPolicy.DEFAULT, null))
                .after();

        assertThat(codec.read(ID, codec.write(stored(opened)))).isEqualTo(stored(opened));
    }

    @Test
    void fieldsWithoutAValueAreLeftOutAndReadAsNone() {
        Verification bare = new Verification(
                ID,
                new Request("acme", Mode.DM_OUT, "en", null, null, Map.of(), null),
                new Target(null, new UserId("1")),
                Status.PENDING,
                null,
                new Delivery(
                        DeliveryStatus.QUEUED,
                        new SendingAccount("demo", new Handle("brand"), new UserId("2"), 1),
                        new Order(1, false, NOW, NOW, NOW, 0, false, null),
                        new UserAction(null, 0, null),
                        null),
                new Code("k1", 1, 6, Duration.ofMinutes(10), null),
                null,
                new Remaining(5, 2, NOW),
                2,
                NOW,
                null,
                null);

        byte[] value = codec.write(stored(bare));

        assertThat(codec.read(ID, value)).isEqualTo(stored(bare));
        assertThat(new String(value, UTF_8)).doesNotContain("null", "purpose", "metadata", "expires_at", "ended_at");
    }

    @Test
    void theLargestRequestIsKept() {
        Verification largest =
                full(IntStream.range(0, 16).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "\"\\".repeat(250))));

        assertThat(codec.read(ID, codec.write(stored(largest)))).isEqualTo(stored(largest));
    }

    @Test
    void whatWasSeenIsKeptAsSentForAReleaseThatDoesNotKnowIt() {
        // Given
        Verification seen = new Verification(
                ID,
                FULL.request(),
                FULL.target(),
                Status.PENDING,
                null,
                new Delivery(
                        DeliveryStatus.SEEN,
                        FULL.delivery().account(),
                        FULL.delivery().order(),
                        FULL.delivery().userAction(),
                        null),
                FULL.code(),
                FULL.challenge(),
                FULL.remaining(),
                FULL.sequence(),
                FULL.createdAt(),
                null,
                null);

        // When
        String value = new String(codec.write(stored(seen)), UTF_8);

        // Then: it is read as seen, and a later dispatch of such a release is not
        assertThat(value).contains("\"delivery\":\"sent\",\"seen\":3,");
        assertThat(codec.read(ID, value.getBytes(UTF_8))).isEqualTo(stored(seen));
        String later = value.replace("\"dispatch\":3", "\"dispatch\":4");
        assertThat(codec.read(ID, later.getBytes(UTF_8))
                        .verification()
                        .delivery()
                        .status())
                .isEqualTo(DeliveryStatus.SENT);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void everyStatusIsReadAsItWasWritten(Status status) {
        Verification with = new Verification(
                ID,
                FULL.request(),
                FULL.target(),
                status,
                FULL.reason(),
                FULL.delivery(),
                FULL.code(),
                FULL.challenge(),
                FULL.remaining(),
                FULL.sequence(),
                FULL.createdAt(),
                FULL.endedAt(),
                FULL.disputedAt());

        assertThat(codec.read(ID, codec.write(stored(with)))).isEqualTo(stored(with));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant",
                "locale",
                "consent_text",
                "status",
                "delivery",
                "account",
                "brand_handle",
                "brand_user_id",
                "lanes",
                "dispatch",
                "again",
                "ordered_at",
                "send_deadline",
                "report_deadline",
                "reported",
                "resumes",
                "kid",
                "code_version",
                "digits",
                "code_life",
                "tries",
                "sends",
                "resend_at",
                "sequence",
                "created_at"
            })
    void aValueWithoutAFieldIsDamaged(String field) {
        String damaged = GOLDEN.replaceFirst("\"" + field + "\":(\"[^\"]*\"|[0-9]+),", "");

        assertThat(damaged).isNotEqualTo(GOLDEN);
        assertThatThrownBy(() -> codec.read(ID, damaged.getBytes(UTF_8)))
                .isInstanceOf(DamagedVerificationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "delivery", "handle", "user_id", "tries", "created_at"})
    void aFieldThatHoldsSomethingElseIsDamage(String field) {
        String damaged = GOLDEN.replaceFirst("\"" + field + "\":(\"[^\"]*\"|[0-9]+)", "\"" + field + "\":\"?\"");

        assertThat(damaged).isNotEqualTo(GOLDEN);
        assertThatThrownBy(() -> codec.read(ID, damaged.getBytes(UTF_8)))
                .isInstanceOf(DamagedVerificationException.class);
    }

    @Test
    void aTargetWithoutAnyNameIsDamage() {
        String damaged = GOLDEN.replace("\"handle\":\"Alice\",\"user_id\":\"2000000000000000001\",", "");

        assertThatThrownBy(() -> codec.read(ID, damaged.getBytes(UTF_8)))
                .isInstanceOf(DamagedVerificationException.class);
    }

    @Test
    void everyBeginningOfAValueIsDamage() {
        for (int length = 0; length < GOLDEN.length(); length++) {
            byte[] cut = GOLDEN.substring(0, length).getBytes(UTF_8);
            assertThatThrownBy(() -> codec.read(ID, cut))
                    .as("the first %d bytes", length)
                    .isInstanceOf(DamagedVerificationException.class);
        }
    }

    @Test
    void aHigherFormatIsNewer() {
        assertThatThrownBy(() -> codec.read(ID, ("4" + GOLDEN.substring(1)).getBytes(UTF_8)))
                .isInstanceOf(NewerFormatException.class);
    }

    @Test
    void unknownFieldsAreWrittenAsTheyWereRead() {
        String more = GOLDEN.replaceFirst("}$", ",\"channel\":{\"a\":[1,2.50,null,\"x\"]},\"score\":7}");

        StoredVerification read = codec.read(ID, more.getBytes(UTF_8));

        assertThat(read.verification()).isEqualTo(FULL);
        assertThat(read.unknown()).containsOnlyKeys("channel", "score");
        StoredVerification again = codec.read(ID, codec.write(read));
        assertThat(again).isEqualTo(read);
    }

    private static StoredVerification stored(Verification verification) {
        return new StoredVerification(verification, 7, new Timeline("o,s2s4"), Map.of());
    }

    private static Verification full(Map<String, String> metadata) {
        return full(Mode.DM_OUT, null, metadata);
    }

    private static Verification full(Mode mode, @Nullable Challenge challenge, Map<String, String> metadata) {
        return new Verification(
                ID,
                new Request(
                        "acme",
                        mode,
                        "en",
                        "Link your account",
                        "order-42",
                        metadata,
                        new Consent("2026-11-20T09:00:00Z", "3")),
                new Target(new Handle("Alice"), new UserId("2000000000000000001"), NOW.plusSeconds(1)),
                Status.FAILED,
                "user_action_timeout",
                new Delivery(
                        DeliveryStatus.UNDELIVERABLE,
                        new SendingAccount("demo", new Handle("dmverify_demo"), new UserId("1000000000000000001"), 4),
                        new Order(
                                3,
                                true,
                                NOW.plusSeconds(2),
                                NOW.plusSeconds(3),
                                NOW.plusSeconds(9),
                                2,
                                challenge != null,
                                new Trace(TRACEPARENT, "vendor=1")),
                        new UserAction(NOW.plusSeconds(4), 5, NOW.plusSeconds(5)),
                        "target_closed"),
                new Code("k1", 6, 8, Duration.ofMinutes(10), NOW.plusSeconds(6)),
                challenge,
                new Remaining(9, 11, NOW.plusSeconds(7)),
                12,
                NOW,
                NOW.plusSeconds(8),
                challenge == null ? null : NOW.plusSeconds(10));
    }
}
