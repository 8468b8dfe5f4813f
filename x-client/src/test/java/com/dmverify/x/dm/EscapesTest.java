package com.dmverify.x.dm;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.Answer;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import com.dmverify.x.dm.v2.EventQuery;
import com.dmverify.x.recorded.RecordedX;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** X escapes three characters in every text of a message that it returns. */
class EscapesTest {

    private static final UserId PERSON = new UserId("750362064426721281");
    private static final String ESCAPED = "1 &lt; 2 &amp;&amp; 3 &gt; 2, written &amp;lt;";
    private static final String WRITTEN = "1 < 2 && 3 > 2, written &lt;";

    private static final String V2 =
            "{\"data\":[{\"id\":\"1585800613253812228\",\"event_type\":\"MessageCreate\",\"text\":\""
                    + ESCAPED
                    + "\",\"sender_id\":\"750362064426721281\",\"created_at\":\"%s\","
                    + "\"dm_conversation_id\":\"1072250532645998596-750362064426721281\"}],\"meta\":{\"result_count\":1}}";

    private static final String V1 =
            "{\"events\":[{\"type\":\"message_create\",\"id\":\"20\",\"created_timestamp\":\"%s\","
                    + "\"message_create\":{\"target\":{\"recipient_id\":\"750362064426721281\"},"
                    + "\"sender_id\":\"1072250532645998596\",\"message_data\":{\"text\":\"" + ESCAPED + "\"}}}]}";

    @Test
    void escapesAreUnescapedOnceInEveryList() {
        String v2 = V2.replace("%s", "2022-10-28T01:01:33.000Z");
        String v1 = V1.replace("%s", "1516403560557");
        try (RecordedX x = new RecordedX()
                        .says(200, v2)
                        .says(200, v2)
                        .says(200, v1)
                        .says(200, v1);
                XClient client = client(x)) {
            assertThat(ok(client.directMessages(ApiVersion.V2).recentWith(PERSON, null))
                            .messages())
                    .extracting(Message::text)
                    .containsExactly(WRITTEN);
            assertThat(ok(client.dmEvents().with(PERSON, EventQuery.latest(1)))
                            .page()
                            .items())
                    .extracting(event -> event.text())
                    .containsExactly(WRITTEN);
            assertThat(ok(client.directMessages(ApiVersion.V1_1).recentWith(PERSON, null))
                            .messages())
                    .extracting(Message::text)
                    .containsExactly(WRITTEN);
            assertThat(ok(client.messageEvents().list(1, null)).page().items())
                    .extracting(event -> event.data().text())
                    .containsExactly(WRITTEN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59Z", "2005-12-31T23:59:59Z", "2200-01-01T00:00:01Z", "soon"})
    void aV2ListWithAnImpossibleTimeIsUnreadable(String time) {
        try (RecordedX x = new RecordedX().says(200, V2.replace("%s", time));
                XClient client = client(x)) {
            assertThat(client.directMessages(ApiVersion.V2).recentWith(PERSON, null))
                    .isInstanceOf(Answer.Failed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "-1", "7258118400001", "soon"})
    void aV1ListWithAnImpossibleTimeIsUnreadable(String time) {
        try (RecordedX x = new RecordedX().says(200, V1.replace("%s", time));
                XClient client = client(x)) {
            assertThat(client.directMessages(ApiVersion.V1_1).recentWith(PERSON, null))
                    .isInstanceOf(Answer.Failed.class);
        }
    }

    private static XClient client(RecordedX x) {
        return XClient.builder().baseUrl(x.url()).credentials(RecordedX.BRAND).build();
    }

    private static <T> T ok(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Ok.class);
        return ((Answer.Ok<T>) answer).value();
    }
}
