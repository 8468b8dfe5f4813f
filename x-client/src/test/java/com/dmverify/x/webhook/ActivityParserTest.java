package com.dmverify.x.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.webhook.Activity.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityParserTest {

    private static final UserId BRAND = new UserId("4337869213");
    private static final UserId OTHER = new UserId("3001969357");
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    private final ActivityParser parser = new ActivityParser(InstantSource.fixed(NOW));

    @Test
    void hearsAMessage() {
        // When
        Activity activity = one(Deliveries.accountActivityMessage(OTHER, BRAND, BRAND, "VERIFY K7QF-93XD"));
        // Then
        assertThat(activity)
                .isEqualTo(new Activity(
                        "954491830116155396",
                        Kind.DM_RECEIVED,
                        BRAND,
                        OTHER,
                        new Handle("furiouscamper"),
                        "954491830116155396",
                        "VERIFY K7QF-93XD",
                        Instant.ofEpochMilli(1516403560557L),
                        activity.raw()));
        assertThat(activity.raw()).contains("VERIFY K7QF-93XD", "\"for_user_id\":\"4337869213\"", "\"apps\"");
    }

    @Test
    void hearsAMessageFromXActivity() {
        // When
        Activity activity = one(Deliveries.xActivityMessage("dm.received", OTHER, BRAND, BRAND, "hey"));
        // Then
        assertThat(activity)
                .isEqualTo(new Activity(
                        "1900000000000000003",
                        Kind.DM_RECEIVED,
                        BRAND,
                        OTHER,
                        new Handle("alt"),
                        "1900000000000000003",
                        "hey",
                        Instant.ofEpochMilli(1783430823813L),
                        activity.raw()));
        assertThat(activity.raw()).contains("\"event_uuid\":\"-6850472171600526495\"", "hey");
    }

    @Test
    void keepsOfWhatWeSentOnlyWhatTheSenderKnowsAgain() {
        // Given
        SentDigits digits = new SentDigits("app-secret");
        byte[] delivery = Deliveries.xActivityMessage("dm.sent", BRAND, OTHER, BRAND, "Your code is 493021 (10 min)")
                .getBytes(UTF_8);
        // When
        Activity activity = new ActivityParser().parse(delivery, digits).getFirst();
        // Then
        assertThat(activity.sentDigits()).containsExactly(digits.digest(BRAND, OTHER, "493021"));
        assertThat(activity.text()).isNull();
    }

    @Test
    void keepsNoContentOfWhatWeSent() {
        for (String delivery : List.of(
                Deliveries.accountActivityMessage(BRAND, OTHER, BRAND, "Your code is 493021"),
                Deliveries.xActivityMessage("dm.sent", BRAND, OTHER, BRAND, "Your code is 493021"))) {
            // When
            Activity activity = one(delivery);
            // Then
            assertThat(activity.kind()).isEqualTo(Kind.DM_SENT);
            assertThat(activity.otherId()).isEqualTo(OTHER);
            assertThat(activity.dmEventId()).isEqualTo(activity.id());
            assertThat(activity.text()).isNull();
            assertThat(activity.raw()).doesNotContain("493021").contains("\"text\":\"\"", activity.id());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Neither party is the account.
                "{\"for_user_id\":\"1\",\"direct_message_events\":[%s]}",
                // Nobody says whose it is.
                "{\"direct_message_events\":[%s]}",
                "{\"data\":{\"event_type\":\"dm.sent\",\"filter\":{},\"payload\":{\"direct_message_events\":[%s]}}}",
                // Shapes of tomorrow.
                "{\"for_user_id\":\"4337869213\",\"direct_message_edit_events\":[%s]}",
                "{\"for_user_id\":\"4337869213\",\"direct_message_events\":%s}",
                "{\"data\":{\"event_type\":\"dm.edited\",\"payload\":%s}}"
            })
    void keepsNoContentOfMessagesThatItDoesNotUnderstand(String shape) {
        // Given
        String event = "{\"id\":\"9\",\"text\":\"493021\",\"message_create\":{\"sender_id\":\"4337869213\",\"target\":"
                + "{\"recipient_id\":\"3001969357\"},\"message_data\":{\"text\":\"493021\",\"entities\":"
                + "{\"urls\":[{\"expanded_url\":\"https://x.example/493021\"}]}}}}";
        // When
        Activity activity = one(shape.formatted(event));
        // Then
        assertThat(activity.kind()).isEqualTo(Kind.OTHER);
        assertThat(activity.raw()).doesNotContain("493021").contains("\"id\":\"9\"");
    }

    @Test
    void tellsSeveralEventsApart() {
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
        assertThat(activities.getFirst().raw()).contains("first").doesNotContain("493021", "follow_events");
        assertThat(activities.getFirst().raw()).contains("furiouscamper").doesNotContain("stranger");
        assertThat(activities.getLast().raw()).doesNotContain("first", "493021");
    }

    @Test
    void givesEventsOfOneDeliveryIdsOfTheirOwn() {
        List<Activity> activities = parse("""
                {"data":{"event_uuid":"7","event_type":"dm.new","payload":{"dm_new_events":[{"a":1},{"a":2}]}}}""");
        assertThat(activities).extracting(Activity::id).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void hearsThatTheOtherRead() {
        // When
        Activity activity = one("""
                {"for_user_id":"4337869213","direct_message_mark_read_events":[{"created_timestamp":"1518452444662",
                "sender_id":"3001969357","target":{"recipient_id":"4337869213"},
                "last_read_event_id":"963085315333238788"}],"users":{"3001969357":{"screen_name":"furiouscamper"}}}""");
        // Then
        assertThat(activity.kind()).isEqualTo(Kind.DM_READ);
        assertThat(activity.id()).isEqualTo("read:3001969357:963085315333238788");
        assertThat(activity.otherId()).isEqualTo(OTHER);
        assertThat(activity.otherHandle()).isEqualTo(new Handle("furiouscamper"));
        assertThat(activity.dmEventId()).isEqualTo("963085315333238788");
        assertThat(activity.occurredAt()).isEqualTo(Instant.ofEpochMilli(1518452444662L));
    }

    @Test
    void isNotInterestedInWhatTheBrandRead() {
        assertThat(one("""
                {"for_user_id":"4337869213","direct_message_mark_read_events":[{"created_timestamp":"1518452444662",
                "sender_id":"4337869213","target":{"recipient_id":"3001969357"},
                "last_read_event_id":"963085315333238788"}]}""").kind()).isEqualTo(Kind.OTHER);
    }

    @Test
    void hearsWhoFollowsAndWhoLeft() {
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
    void hearsFollowersFromXActivity() {
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
    void isNotAFollowerWhomTheBrandFollows() {
        assertThat(one("{\"for_user_id\":\"4337869213\",\"follow_events\":[%s]}"
                                .formatted(Deliveries.follow("follow", BRAND, OTHER)))
                        .kind())
                .isEqualTo(Kind.OTHER);
        assertThat(one(Deliveries.xActivityFollow("follow.follow", BRAND, OTHER, BRAND))
                        .kind())
                .isEqualTo(Kind.OTHER);
    }

    @Test
    void hearsThatTheBrandTookItsAccessBack() {
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
    void keepsWhatItDoesNotKnow(String delivery) {
        // When
        Activity activity = one(delivery);
        // Then
        assertThat(activity.kind()).isEqualTo(Kind.OTHER);
        assertThat(activity.id()).isNotBlank().isEqualTo(one(delivery).id());
        assertThat(activity.text()).isNull();
        assertThat(activity.occurredAt()).isEqualTo(NOW);
    }

    @Test
    void keepsAPayloadOfAnyShape() {
        assertThat(one("{\"data\":{\"event_type\":\"a.b\",\"payload\":[{\"c\":\"d\"}]}}")
                        .raw())
                .contains("[{\"c\":\"d\"}]");
    }

    @Test
    void readsANumberAsWellAsAText() {
        Activity activity = one("""
                {"for_user_id":4337869213,"direct_message_events":[{"id":954491830116155396,
                "created_timestamp":1516403560557,"message_create":{"target":{"recipient_id":4337869213},
                "sender_id":3001969357,"message_data":{"text":"hi"}}}]}""");
        assertThat(activity.id()).isEqualTo("954491830116155396");
        assertThat(activity.kind()).isEqualTo(Kind.DM_RECEIVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "7", "\"text\"", "{\"a\":", "{} {}", "<html>"})
    void refusesWhatIsNoObject(String delivery) {
        assertThatExceptionOfType(MalformedActivityException.class).isThrownBy(() -> parse(delivery));
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
