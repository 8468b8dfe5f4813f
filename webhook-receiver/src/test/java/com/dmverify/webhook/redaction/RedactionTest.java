package com.dmverify.webhook.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.text.TypedCode;
import com.dmverify.webhook.SignedDelivery;
import com.dmverify.x.webhook.Activity;
import com.dmverify.x.webhook.Activity.Kind;
import com.dmverify.x.webhook.ActivityParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private final ActivityParser parser = new ActivityParser();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "493021",
                "the code is 493021, ok?",
                "4 9 3 0 2 1",
                "493-021",
                "493\u2212021",
                "493.021",
                "４９３０２１",
                "٤٩٣٠٢١",
                "4\\n9\\n3\\n0\\n2\\n1",
                "4️⃣9️⃣3️⃣0️⃣2️⃣1️⃣",
                "&amp;493021&lt;"
            })
    void aCodeInAReceivedTextIsRedacted(String text) {
        // When
        Activity activity = redacted(SignedDelivery.received(text));

        // Then
        assertThat(activity.kind()).isEqualTo(Kind.DM_RECEIVED);
        assertThat(activity.text()).contains("[redacted]");
        assertThat(TypedCode.holdsCode(activity.text())).isFalse();
        assertThat(activity.raw()).isNull();
    }

    @Test
    void aKeywordIsUnchanged() {
        assertThat(redacted(SignedDelivery.received("Stop. Thank you")).text()).isEqualTo("Stop. Thank you");
    }

    @Test
    void aChallengeIsUnchangedAndACodeBesideItIsNot() {
        String challenge = "VERIFY KQFT-RXDM-PWHB-CNSJ links my X account to Example";

        assertThat(redacted(SignedDelivery.received(challenge)).text()).isEqualTo(challenge);
        assertThat(redacted(SignedDelivery.received("KQFT RXDM PWHB CNSJ 493021"))
                        .text())
                .isEqualTo("KQFT RXDM PWHB CNSJ [redacted]");
    }

    @Test
    void aTextIsShortenedAfterItWasRedacted() {
        // When
        String text = redacted(SignedDelivery.received("😀".repeat(495) + "493021 more"))
                .text();

        // Then
        assertThat(text).isEqualTo("😀".repeat(495) + "[reda");
    }

    @Test
    void aLoneSurrogateIsReplaced() {
        assertThat(redacted(SignedDelivery.received("a\\ud83db")).text()).isEqualTo("a\uFFFDb");
    }

    @Test
    void theMetadataOfAQuickReplyIsRedactedToo() {
        // Given
        String delivery = new String(SignedDelivery.received("No").body(), UTF_8)
                .replace(
                        "\"text\":\"No\"",
                        "\"text\":\"No\",\"quick_reply_response\":{\"type\":\"options\",\"metadata\":\"493021 no\"}");

        // When
        Activity activity = redacted(SignedDelivery.of(delivery));

        // Then
        assertThat(activity.quickReplyMetadata()).isEqualTo("[redacted] no");
    }

    @Test
    void jsonOfOtherKindsIsRedactedExceptIdsAndTimes() {
        // Given
        String delivery = """
                {"for_user_id":"1000000000000000001","tweet_create_events":[{"id":954491830116155396,\
                "id_str":"954491830116155396","created_timestamp":"1516403560557","timestamp_ms":"1516403560557",\
                "user_id":"12345","quoted_status_id_str":"12345","text":"my code: 49\\u0033021",\
                "numbers":[493021,"4 9 3 0 2 1",12],"conversation_id":"the code 493021","followers_count":493021,\
                "493021":"x","half":"\\ud83d","ok":true,"none":null}],"users":{"3001969357":{"name":"493021"}}}""";

        // When
        Activity activity = redacted(SignedDelivery.of(delivery));

        // Then
        assertThat(activity.kind()).isEqualTo(Kind.OTHER);
        assertThat(activity.raw())
                .contains(
                        "\"for_user_id\":\"1000000000000000001\"",
                        "\"id\":954491830116155396",
                        "\"id_str\":\"954491830116155396\"",
                        "\"created_timestamp\":\"1516403560557\"",
                        "\"timestamp_ms\":\"1516403560557\"",
                        "\"user_id\":\"12345\"",
                        "\"quoted_status_id_str\":\"12345\"",
                        "\"text\":\"my code: [redacted]\"",
                        "[\"[redacted]\",\"[redacted]\",12]",
                        "\"conversation_id\":\"the code [redacted]\"",
                        "\"followers_count\":\"[redacted]\"",
                        "\"ok\":true",
                        "\"none\":null")
                .doesNotContain("493021", "\uD83D");
    }

    @Test
    void usersByIdAreKept() {
        // Given
        String delivery = "{\"for_user_id\":\"1\",\"tweet_create_events\":[{\"author\":\"3001969357\"}],"
                + "\"users\":{\"3001969357\":{\"name\":\"a\"}}}";

        // When
        Activity activity = redacted(SignedDelivery.of(delivery));

        // Then
        assertThat(activity.raw()).contains("\"3001969357\":{\"name\":\"a\"}", "\"author\":\"[redacted]\"");
    }

    private Activity redacted(SignedDelivery delivery) {
        return Redaction.redacted(parser.parse(delivery.body()).getFirst());
    }
}
