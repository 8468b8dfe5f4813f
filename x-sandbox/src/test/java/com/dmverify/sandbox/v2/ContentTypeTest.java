package com.dmverify.sandbox.v2;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.Http;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.Signer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A JSON body is read only with the content type of JSON. */
class ContentTypeTest {

    private static final String V2 = "/2/dm_conversations/with/" + ALICE + "/messages";
    private static final String V1 = "/1.1/direct_messages/events/new.json";
    private static final String V1_BODY = "{\"event\":{\"type\":\"message_create\",\"message_create\":{\"target\":"
            + "{\"recipient_id\":\"" + ALICE + "\"},\"message_data\":{\"text\":\"hi\"}}}}";

    private final Sandbox sandbox = Sandbox.fresh();

    @ParameterizedTest
    @Seen(Where.DOCUMENTATION)
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "Application/JSON;charset=UTF-8"})
    void json(String type) {
        assertThat(send(V2, type, "{\"text\":\"hi\"}").status()).isEqualTo(201);
        assertThat(send(V1, type, V1_BODY).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @Seen(Where.RECORDING)
    @ValueSource(strings = {"text/plain", "application/jsonp", "multipart/form-data; boundary=x"})
    void anotherContentTypeIsA400(String type) {
        // When
        Answer today = send(V2, type, "{\"text\":\"hi\"}");
        Answer old = send(V1, type, V1_BODY);
        // Then
        assertThat(today.status()).isEqualTo(400);
        assertThat(today.at("/errors/0/message"))
                .isEqualTo("Requests with bodies must have content-type of application/json.");
        assertThat(today.at("/type")).endsWith("/invalid-request");
        assertThat(old.status()).isEqualTo(400);
        assertThat(old.code()).isEqualTo(214);
    }

    @Test
    @Seen(Where.RECORDING)
    void aFormBodyIsPartOfTheSignature() {
        assertThat(send(V1, "application/x-www-form-urlencoded", V1_BODY).code())
                .isEqualTo(32);
    }

    private Answer send(String path, String type, String body) {
        URI uri = sandbox.at(path);
        return Http.send(HttpRequest.newBuilder(uri)
                .header("authorization", Signer.brand().header("POST", uri, "", Map.of()))
                .header("content-type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
