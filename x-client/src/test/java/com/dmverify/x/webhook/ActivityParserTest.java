package com.dmverify.x.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.webhook.Activity.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityParserTest {

    private static final UserId BRAND = new UserId("4337869213");
    private static final UserId OTHER = new UserId("3001969357");
    private static final Instant NOW = Instant.parse("2026-07-23T22:00:00Z");

    private final ActivityParser parser = new ActivityParser(InstantSource.fixed(NOW));

    @Test
    void eachEventOfADeliveryIsAnActivity() {
        // Given
        String delivery = """
                {"for_user_id":"4337869213","direct_message_events":[%s,%s],"follow_events":[%s],
                "users":{"3001969357":{"screen_name":"furiouscamper"},"77":{"screen_name":"stranger"}}}""".formatted(
                        Deliveries.message("30", OTHER, BRAND, "first"),
                        Deliveries.message("31", BRAND, OTHER, "493021"),
                        Deliveries.follow("follow", OTHER, BRAND));
        // When
        List<Activity> activities = parse(delivery);
        // Then
        assertThat(activities).extracting(Activity::kind).containsExactly(Kind.DM_RECEIVED, Kind.DM_SENT, Kind.FOLLOW);
        assertThat(activities.getFirst().text()).isEqualTo("first");
        assertThat(activities.getLast().raw()).contains("furiouscamper").doesNotContain("first", "493021", "stranger");
    }

    @Test
    void eventsOfOneDeliveryHaveDifferentIds() {
        List<Activity> activities = parse("""
                {"data":{"event_uuid":"7","event_type":"dm.new","payload":{"dm_new_events":[{"a":1},{"a":2}]}}}""");
        assertThat(activities).extracting(Activity::id).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void followsAndUnfollowsAreParsed() {
        for (Kind kind : List.of(Kind.FOLLOW, Kind.UNFOLLOW)) {
            // Given
            String type = kind.name().toLowerCase(java.util.Locale.ROOT);
            String delivery = "{\"for_user_id\":\"4337869213\",\"follow_events\":[%s]}"
                    .formatted(Deliveries.follow(type, OTHER, BRAND));
            // When
            Activity activity = one(delivery);
            // Then
            assertThat(activity.kind()).isEqualTo(kind);
            assertThat(activity.id()).isEqualTo(type + ":3001969357:4337869213:1517588749178");
            assertThat(activity.accountId()).isEqualTo(BRAND);
            assertThat(activity.otherId()).isEqualTo(OTHER);
            assertThat(activity.otherHandle()).isEqualTo(new Handle("furiouscamper"));
        }
    }

    @Test
    void followsAndUnfollowsOfXActivityAreParsed() {
        // When
        Activity activity = one(Deliveries.xActivityFollow("follow.follow", OTHER, BRAND, BRAND));
        // Then
        assertThat(activity.kind()).isEqualTo(Kind.FOLLOW);
        assertThat(activity.id()).isEqualTo("2064582730611564544");
        assertThat(activity.otherId()).isEqualTo(OTHER);
        assertThat(activity.otherHandle()).isEqualTo(new Handle("alt"));
        assertThat(activity.occurredAt()).isEqualTo(NOW);
        assertThat(one(Deliveries.xActivityFollow("follow.unfollow", OTHER, BRAND, BRAND))
                        .kind())
                .isEqualTo(Kind.UNFOLLOW);
    }

    @Test
    void aFollowByTheBrandIsOther() {
        assertThat(one("{\"for_user_id\":\"4337869213\",\"follow_events\":[%s]}"
                                .formatted(Deliveries.follow("follow", BRAND, OTHER)))
                        .kind())
                .isEqualTo(Kind.OTHER);
        assertThat(one(Deliveries.xActivityFollow("follow.follow", BRAND, OTHER, BRAND))
                        .kind())
                .isEqualTo(Kind.OTHER);
    }

    @Test
    void aRevocationIsParsed() {
        // When
        Activity old = one("""
                {"user_event":{"revoke":{"date_time":"2018-05-24T09:48:12+00:00","target":{"app_id":"13090192"},
                "source":{"user_id":"4337869213"}}}}""");
        Activity current = one("""
                {"data":{"event_uuid":"1","filter":{},"event_type":"oauth.revoke","payload":
                {"date_time":"2026-07-23T21:44:05+00:00","user_id":"4337869213","app_id":"29820954"}}}""");
        // Then
        assertThat(old.kind()).isEqualTo(Kind.REVOKED);
        assertThat(old.accountId()).isEqualTo(BRAND);
        assertThat(old.id()).isEqualTo("revoke:4337869213:13090192:1527155292000");
        assertThat(current.kind()).isEqualTo(Kind.REVOKED);
        assertThat(current.accountId()).isEqualTo(BRAND);
        assertThat(current.occurredAt()).isEqualTo(Instant.parse("2026-07-23T21:44:05Z"));
    }

    @Test
    void anotherHandleOfAPersonIsAnActivity() {
        Activity activity = one("{\"data\":{\"event_uuid\":\"-7\",\"filter\":{\"user_id\":\"2244994945\"},"
                + "\"event_type\":\"profile.update.handle\",\"payload\":{\"before\":\"old\",\"after\":\"new_one\"}}}");

        assertThat(activity.kind()).isEqualTo(Kind.HANDLE_CHANGED);
        assertThat(activity.id()).isEqualTo("-7");
        assertThat(activity.accountId()).isNull();
        assertThat(String.valueOf(activity.otherId())).contains("2244994945");
        assertThat(String.valueOf(activity.otherHandle())).contains("new_one");
        assertThat(one("{\"data\":{\"filter\":{\"user_id\":\"2244994945\"},\"event_type\":\"profile.update.handle\","
                                + "\"payload\":{\"before\":\"old\",\"after\":\"not a handle\"}}}")
                        .kind())
                .isEqualTo(Kind.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"replay_job_status\":{\"webhook_id\":\"1\",\"job_state\":\"Complete\"}}",
                "{\"for_user_id\":\"4337869213\",\"direct_message_indicate_typing_events\":[{\"sender_id\":\"1\"}]}",
                "{\"for_user_id\":\"4337869213\",\"tweet_create_events\":[{\"id\":1}]}",
                "{\"for_user_id\":\"4337869213\",\"follow_events\":[{\"type\":\"befriend\"}]}",
                "{\"for_user_id\":\"4337869213\",\"direct_message_events\":[null]}",
                "{\"for_user_id\":17,\"direct_message_events\":[{\"id\":{},\"message_create\":[]}]}",
                "{\"data\":{\"event_type\":\"profile.update.handle\",\"payload\":{\"before\":\"a\",\"after\":\"b\"}}}",
                "{\"data\":{}}",
                "{\"data\":[]}",
                "{\"data\":7}",
                "{\"data\":[{\"event_uuid\":\"7\"}]}"
            })
    void anUnknownEventIsOther(String delivery) {
        // When
        Activity activity = one(delivery);
        // Then
        assertThat(activity.kind()).isEqualTo(Kind.OTHER);
        assertThat(activity.id()).isNotBlank().isEqualTo(one(delivery).id());
        assertThat(activity.text()).isNull();
        assertThat(activity.occurredAt()).isEqualTo(NOW);
    }

    @Test
    void aPayloadOfAnyTypeIsKept() {
        assertThat(one("{\"data\":{\"event_type\":\"a.b\",\"payload\":[{\"c\":\"d\"}]}}")
                        .raw())
                .contains("[{\"c\":\"d\"}]");
    }

    @Test
    void idsMayBeNumbersOrStrings() {
        Activity activity = one("""
                {"for_user_id":4337869213,"direct_message_events":[{"id":954491830116155396,
                "created_timestamp":1516403560557,"message_create":{"target":{"recipient_id":4337869213},
                "sender_id":3001969357,"message_data":{"text":"hi"}}}]}""");
        assertThat(activity.id()).isEqualTo("954491830116155396");
        assertThat(activity.kind()).isEqualTo(Kind.DM_RECEIVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "7", "\"text\"", "{\"a\":", "{} {}", "<html>"})
    void aDeliveryThatIsNoObjectIsRefused(String delivery) {
        assertThatExceptionOfType(MalformedActivityException.class).isThrownBy(() -> parse(delivery));
    }

    @Test
    void anEventForAnAccountOfAnotherAppIsOther() {
        // Given
        OurAccounts others = new OurAccounts(Set.of(BRAND), Set.of(new UserId("1")));
        OurAccounts own = new OurAccounts(Set.of(BRAND), Set.of(BRAND));
        for (String delivery : List.of(
                Deliveries.accountActivityMessage(OTHER, BRAND, BRAND, "STOP"),
                Deliveries.accountActivityMessage(BRAND, OTHER, BRAND, "Your code is 493021"),
                Deliveries.xActivityFollow("follow.follow", OTHER, BRAND, BRAND),
                "{\"user_event\":{\"revoke\":{\"date_time\":\"2018-05-24T09:48:12+00:00\",\"target\":{\"app_id\":\"1\"},"
                        + "\"source\":{\"user_id\":\"4337869213\"}}}}")) {
            // When
            Activity foreign = known(delivery, others);
            // Then
            assertThat(foreign.kind()).isEqualTo(Kind.OTHER);
            assertThat(foreign.text()).isNull();
            assertThat(known(delivery, own).kind()).isNotEqualTo(Kind.OTHER);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-62135596800000", "1136073599999", "1784930400001", "99999999999999999", "-1", "soon", "1e30"})
    void anEventWithAnImpossibleTimeIsOtherAndTheRestIsParsed(String time) {
        // Given
        String odd = Deliveries.message("30", OTHER, BRAND, "STOP").replace("1516403560557", time);
        String good = Deliveries.message("31", OTHER, BRAND, "STOP");
        // When
        List<Activity> activities =
                parse("{\"for_user_id\":\"4337869213\",\"direct_message_events\":[%s,%s],\"follow_events\":[%s]}"
                        .formatted(
                                odd,
                                good,
                                Deliveries.follow("follow", OTHER, BRAND).replace("1517588749178", time)));
        // Then
        assertThat(activities).extracting(Activity::kind).containsExactly(Kind.OTHER, Kind.DM_RECEIVED, Kind.OTHER);
        assertThat(activities.getFirst().occurredAt()).isEqualTo(NOW);
    }

    @Test
    void anEventUpToOneDayAheadIsAccepted() {
        assertThat(one(Deliveries.accountActivityMessage(OTHER, BRAND, BRAND, "hi")
                                .replace("1516403560557", "1784930400000"))
                        .occurredAt())
                .isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59Z",
                "2099-01-01T00:00:00Z",
                "2005-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z"
            })
    void aRevocationWithAnImpossibleTimeIsOther(String time) {
        assertThat(one("{\"user_event\":{\"revoke\":{\"date_time\":\"" + time
                                + "\",\"target\":{\"app_id\":\"1\"},\"source\":{\"user_id\":\"4337869213\"}}}}")
                        .kind())
                .isEqualTo(Kind.OTHER);
    }

    @Test
    void theDerivedIdOfAnEventDoesNotRevealItsContent() {
        // Given
        byte[] delivery = "{\"for_user_id\":\"1\",\"tweet_create_events\":[{\"text\":\"493021\"}]}".getBytes(UTF_8);
        // When
        String one = parser.parse(delivery, new CodeFingerprints("a"), OurAccounts.UNKNOWN)
                .getFirst()
                .id();
        // Then
        assertThat(one)
                .startsWith("hmac:")
                .isNotEqualTo(parser.parse(delivery, new CodeFingerprints("b"), OurAccounts.UNKNOWN)
                        .getFirst()
                        .id());
        assertThat(one)
                .isEqualTo(parser.parse(delivery, new CodeFingerprints("a"), OurAccounts.UNKNOWN)
                        .getFirst()
                        .id());
    }

    @Test
    void aMalformedDeliveryIdIsIgnored() {
        assertThat(one("{\"data\":{\"event_uuid\":\"the code is 493021\",\"event_type\":\"a.b\",\"payload\":{}}}")
                        .id())
                .startsWith("sha256:");
    }

    private Activity known(String delivery, OurAccounts accounts) {
        return parser.parse(delivery.getBytes(UTF_8), new CodeFingerprints("app-secret"), accounts)
                .getFirst();
    }

    private Activity one(String delivery) {
        List<Activity> activities = parse(delivery);
        assertThat(activities).hasSize(1);
        return activities.getFirst();
    }

    private List<Activity> parse(String delivery) {
        return parser.parse(delivery.getBytes(StandardCharsets.UTF_8));
    }
}
