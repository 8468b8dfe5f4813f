package com.dmverify.x.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import com.dmverify.x.webhook.Activity.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageActivitiesTest {

    private static final UserId BRAND = new UserId("4337869213");
    private static final UserId OTHER = new UserId("3001969357");
    private static final Instant NOW = Instant.parse("2026-07-23T22:00:00Z");

    private final ActivityParser parser = new ActivityParser(InstantSource.fixed(NOW));

    @Test
    void aReceivedMessageIsParsed() {
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
        assertThat(activity.raw()).isNull();
    }

    @Test
    void aReceivedMessageOfXActivityIsParsed() {
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
        assertThat(activity.raw()).isNull();
    }

    @Test
    void ofASentMessageOnlyFingerprintsAreKept() {
        // Given
        CodeFingerprints digits = new CodeFingerprints("app-secret");
        byte[] delivery = Deliveries.xActivityMessage("dm.sent", BRAND, OTHER, BRAND, "Your code is 493021 (10 min)")
                .getBytes(UTF_8);
        // When
        Activity activity = new ActivityParser()
                .parse(delivery, digits, OurAccounts.UNKNOWN)
                .getFirst();
        // Then
        assertThat(activity.sentDigits()).containsExactly(digits.of(BRAND.value(), OTHER.value(), "493021"));
        assertThat(activity.text()).isNull();
    }

    @Test
    void aSentMessageHasNoContent() {
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
            assertThat(activity.raw()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Neither party is the account.
                "{\"for_user_id\":\"1\",\"direct_message_events\":[%s]}",
                // No account is named.
                "{\"direct_message_events\":[%s]}",
                "{\"data\":{\"event_type\":\"dm.sent\",\"filter\":{},\"payload\":{\"direct_message_events\":[%s]}}}",
                // Unknown formats.
                "{\"for_user_id\":\"4337869213\",\"direct_message_edit_events\":[%s]}",
                "{\"for_user_id\":\"4337869213\",\"direct_message_events\":%s}",
                "{\"data\":{\"event_type\":\"dm.edited\",\"payload\":%s}}",
                "{\"data\":{\"event_type\":\"chat.received\",\"payload\":%s}}",
                "{\"data\":{\"event_type\":\"letter.sent\",\"payload\":%s}}",
                "{\"for_user_id\":\"4337869213\",\"letter_events\":[%s]}"
            })
    void aMessageOfUnknownFormatHasNoContent(String shape) {
        // Given
        String event = "{\"id\":\"9\",\"text\":\"493021\",\"message_create\":{\"sender_id\":\"4337869213\",\"target\":"
                + "{\"recipient_id\":\"3001969357\"},\"message_data\":{\"text\":\"493021\",\"entities\":"
                + "{\"urls\":[{\"expanded_url\":\"https://x.example/493021\"}]}}}}";
        // When
        Activity activity = one(shape.formatted(event));
        // Then
        assertThat(activity.kind()).isEqualTo(Kind.OTHER);
        assertThat(activity.raw()).isNull();
        assertThat(activity.text()).isNull();
    }

    @Test
    void aReadReceiptOfTheOtherPartyIsParsed() {
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
    void aReadReceiptOfTheBrandIsOther() {
        assertThat(one("""
                {"for_user_id":"4337869213","direct_message_mark_read_events":[{"created_timestamp":"1518452444662",
                "sender_id":"4337869213","target":{"recipient_id":"3001969357"},
                "last_read_event_id":"963085315333238788"}]}""").kind()).isEqualTo(Kind.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"for_user_id\":\"1\",\"direct_message_reaction_events\":[{\"words\":\"493021\"}]}",
                "{\"for_user_id\":\"1\",\"dm_events\":[{\"words\":\"493021\"}]}",
                "{\"data\":{\"event_type\":\"chat.received\",\"payload\":{\"words\":\"493021\"}}}",
                "{\"data\":{\"event_type\":\"dm.edited\",\"payload\":{\"words\":\"493021\"}}}"
            })
    void aFamilyNameIndicatesMessages(String delivery) {
        assertThat(one(delivery).raw()).isNull();
    }

    @Test
    void aMessageOfOursInAnUnknownFormatHasNoContent() {
        // Given
        String delivery = "{\"for_user_id\":\"3001969357\",\"letter_events\":[{\"sender_id\":\"4337869213\","
                + "\"words\":\"493021\"}]}";
        // When
        Activity ours = known(delivery, new OurAccounts(Set.of(BRAND), Set.of()));
        Activity theirs = known(delivery, new OurAccounts(Set.of(new UserId("1")), Set.of()));
        // Then
        assertThat(ours.raw()).isNull();
        assertThat(theirs.raw()).contains("words");
    }

    @Test
    void aMessageOfOursIsSentAlsoIfItIsDeliveredForTheOtherParty() {
        for (String delivery : List.of(
                Deliveries.accountActivityMessage(BRAND, OTHER, OTHER, "Your code is 493021"),
                Deliveries.xActivityMessage("dm.received", BRAND, OTHER, OTHER, "Your code is 493021"))) {
            // When
            Activity activity = known(delivery, new OurAccounts(Set.of(BRAND), Set.of()));
            // Then
            assertThat(activity.kind()).isEqualTo(Kind.DM_SENT);
            assertThat(activity.accountId()).isEqualTo(BRAND);
            assertThat(activity.otherId()).isEqualTo(OTHER);
            assertThat(activity.text()).isNull();
            assertThat(activity.raw()).isNull();
            assertThat(activity.sentDigits()).hasSize(1);
        }
    }

    @Test
    void escapesOfXAreUnescapedOnce() {
        assertThat(one(Deliveries.accountActivityMessage(OTHER, BRAND, BRAND, "a &lt; b &amp;amp; c &gt; d &quot;"))
                        .text())
                .isEqualTo("a < b &amp; c > d &quot;");
    }

    @Test
    void theMetadataOfAQuickReplyIsRead() {
        // Given
        String delivery = Deliveries.accountActivityMessage(OTHER, BRAND, BRAND, "No")
                .replace(
                        "\"text\":\"No\"",
                        "\"text\":\"No\",\"quick_reply_response\":{\"type\":\"options\",\"metadata\":\"NO\"}");
        // When
        Activity activity = one(delivery);
        // Then
        assertThat(activity.quickReplyMetadata()).isEqualTo("NO");
        assertThat(activity.text()).isEqualTo("No");
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
