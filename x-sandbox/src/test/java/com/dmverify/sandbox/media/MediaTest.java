package com.dmverify.sandbox.media;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.MultipartBody;
import com.dmverify.sandbox.testing.OAuth2App;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.XClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTest {

    private static final String V1 = "/1.1/media/upload.json";
    private static final String V2 = "/2/media/upload";
    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, '\r', '\n', '-', '-', 0, 1, 2};

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();

    @Test
    @Seen(Where.DOCUMENTATION)
    void v1UploadsInOneCall() {
        // When
        Answer bytes =
                brand.postMultipart(V1 + "?media_category=dm_image", MultipartBody.of(Map.of(), "media", PICTURE));
        Answer text = brand.postForm(
                V1, "media_data=" + Base64.getUrlEncoder().encodeToString("abc".getBytes(StandardCharsets.US_ASCII)));
        // Then
        assertThat(bytes.status()).isEqualTo(200);
        assertThat(bytes.at("/media_id_string")).isEqualTo(bytes.at("/media_id"));
        assertThat(bytes.at("/size")).isEqualTo("9");
        assertThat(bytes.at("/expires_after_secs")).isEqualTo("86400");
        assertThat(text.at("/size")).isEqualTo("3");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void v1UploadsInChunks() {
        // When
        Answer begun = brand.postForm(V1, "command=INIT&total_bytes=18&media_type=video%2Fmp4&media_category=dm_video");
        String id = begun.at("/media_id_string");
        Answer query = brand.postMultipart(
                V1 + "?command=APPEND&segment_index=0&media_id=" + id, MultipartBody.of(Map.of(), "media", PICTURE));
        Answer fields = brand.postMultipart(
                V1,
                MultipartBody.of(Map.of("command", "APPEND", "segment_index", "1", "media_id", id), "media", PICTURE));
        Answer finished = brand.postForm(V1, "command=FINALIZE&media_id=" + id);
        Answer status = brand.get(V1 + "?command=STATUS&media_id=" + id);
        // Then
        assertThat(begun.status()).isEqualTo(202);
        assertThat(query.status()).isEqualTo(204);
        assertThat(fields.status()).isEqualTo(204);
        assertThat(finished.at("/size")).isEqualTo("18");
        assertThat(finished.at("/processing_info/state")).isEqualTo("pending");
        assertThat(status.at("/processing_info/state")).isEqualTo("succeeded");
    }

    @ParameterizedTest
    @Seen(Where.INFERENCE)
    @CsvSource({
        "command=INIT&total_bytes=1,media_type",
        "command=INIT&total_bytes=5242881&media_type=image%2Fjpeg&media_category=dm_image,File size",
        "command=INIT&total_bytes=1&media_type=x&media_category=holiday,media_category",
        "command=APPEND&media_id=1&segment_index=1000,segment_index",
        "command=FINALIZE&media_id=1,Invalid mediaId",
        "command=DANCE,command",
        "media_category=dm_image,media parameter",
    })
    void v1UploadErrorsHaveTheirOwnFormat(String form, String word) {
        // When
        Answer answer = brand.postForm(V1, form);
        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/request")).isEqualTo(V1);
        assertThat(answer.at("/error")).contains(word);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void anUploadCanBeAttachedInBothVersions() {
        // Given
        String id = brand.postMultipart(V1 + "?media_category=dm_image", MultipartBody.of(Map.of(), "media", PICTURE))
                .at("/media_id_string");
        // When
        Answer old = brand.post(
                "/1.1/direct_messages/events/new.json",
                "{\"event\":{\"type\":\"message_create\",\"message_create\":{\"target\":{\"recipient_id\":\"" + ALICE
                        + "\"},\"message_data\":{\"text\":\"look\",\"attachment\":{\"type\":\"media\",\"media\":{\"id\":\""
                        + id + "\"}}}}}}");
        Answer today = brand.post(
                "/2/dm_conversations/with/" + ALICE + "/messages", "{\"attachments\":[{\"media_id\":\"" + id + "\"}]}");
        Answer list = brand.get("/2/dm_events?dm_event.fields=attachments&expansions=attachments.media_keys");
        // Then
        assertThat(old.at("/event/message_create/message_data/attachment/media/id_str"))
                .isEqualTo(id);
        assertThat(today.status()).isEqualTo(201);
        assertThat(list.at("/data/0/attachments/media_keys/0")).isEqualTo("3_" + id);
        assertThat(list.json().at("/data/0").has("text")).isTrue();
        assertThat(list.json().at("/includes/media")).hasSize(1);
        assertThat(list.at("/includes/media/0/type")).isEqualTo("photo");
        assertThat(list.json().at("/includes").has("users")).isFalse();
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void v2UploadsInOneCallAsBytesOrBase64() {
        // When
        Answer bytes =
                brand.postMultipart(V2, MultipartBody.of(Map.of("media_category", "dm_image"), "media", PICTURE));
        Answer text = brand.post(
                V2,
                "{\"media_category\":\"dm_gif\",\"media\":\""
                        + Base64.getEncoder().encodeToString(PICTURE) + "\"}");
        // Then
        assertThat(bytes.status()).isEqualTo(200);
        assertThat(bytes.at("/data/media_key")).isEqualTo("3_" + bytes.at("/data/id"));
        assertThat(bytes.at("/data/size")).isEqualTo("9");
        assertThat(text.at("/data/media_key")).startsWith("16_");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void v2UploadsInChunks() {
        // When
        Answer begun = brand.post(
                V2 + "/initialize",
                "{\"media_type\":\"video/mp4\",\"total_bytes\":9,\"media_category\":\"dm_video\",\"shared\":true}");
        String id = begun.at("/data/id");
        Answer appended = brand.postMultipart(
                V2 + "/" + id + "/append", MultipartBody.of(Map.of("segment_index", "0"), "media", PICTURE));
        Answer finished = brand.post(V2 + "/" + id + "/finalize", "");
        Answer status = brand.get(V2 + "?command=STATUS&media_id=" + id);
        // Then
        assertThat(begun.at("/data/media_key")).isEqualTo("7_" + id);
        assertThat(appended.at("/data/expires_at")).matches("[0-9]{10}");
        assertThat(finished.at("/data/processing_info/state")).isEqualTo("pending");
        assertThat(status.at("/data/processing_info/progress_percent")).isEqualTo("100");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void v2UploadsRequireTheirOwnScope() {
        // Given
        OAuth2App app = OAuth2App.shipped(sandbox);
        String body = "{\"media_category\":\"dm_image\",\"media\":\"YWJj\"}";
        // Then
        assertThat(app.as(app.tokens("dmverify_demo", "dm.write"))
                        .post(V2, body)
                        .status())
                .isEqualTo(403);
        assertThat(app.as(app.tokens("dmverify_demo", "media.write"))
                        .post(V2, body)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @Seen(Where.INFERENCE)
    @CsvSource(
            delimiter = '|',
            value = {
                "/2/media/upload|{\"media_category\":\"dm_image\"}",
                "/2/media/upload|{\"media_category\":\"holiday\",\"media\":\"YWJj\"}",
                "/2/media/upload|{\"media_category\":\"dm_image\",\"media\":\"\"}",
                "/2/media/upload/initialize|{\"media_type\":\"image/png\",\"media_category\":\"dm_image\"}",
                "/2/media/upload/1/append|{\"segment_index\":0,\"media\":\"YWJj\"}",
                "/2/media/upload/1/append|{\"segment_index\":1000,\"media\":\"YWJj\"}",
                "/2/media/upload/1/finalize|{}",
            })
    void v2RejectsInvalidUploads(String path, String body) {
        assertThat(brand.post(path, body).at("/title")).isEqualTo("Invalid Request");
    }
}
