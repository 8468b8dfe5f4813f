package com.dmverify.x.media;

import static com.dmverify.x.recorded.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.x.XClient;
import com.dmverify.x.call.Done;
import com.dmverify.x.recorded.RecordedX;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MediaTest {

    private static final byte[] PICTURE = "picture".getBytes(StandardCharsets.UTF_8);
    private static final String V2 = """
            {"data":{"id":"1146654567674912769","media_key":"3_1146654567674912769","expires_after_secs":86400,
             "processing_info":{"state":"pending","check_after_secs":1}}}""";
    private static final String V1 =
            "{\"media_id\":710511363345354753,\"media_id_string\":\"710511363345354753\",\"expires_after_secs\":86400}";

    private final RecordedX x = new RecordedX();
    private final XClient client = x.client();

    @AfterEach
    void close() {
        client.close();
        x.close();
    }

    @Test
    void v2UploadsAnImageInOneCall() {
        // Given
        x.says(200, V2);
        // When
        UploadedMedia media = ok(client.mediaUpload().upload(Category.DM_IMAGE, "image/png", PICTURE));
        // Then
        assertThat(media)
                .isEqualTo(new UploadedMedia(
                        "1146654567674912769",
                        Duration.ofDays(1),
                        new UploadedMedia.Processing("pending", Duration.ofSeconds(1))));
        assertThat(x.lastAsked().line()).isEqualTo("POST /2/media/upload");
        String type = x.lastAsked().header("content-type");
        assertThat(type).startsWith("multipart/form-data; boundary=");
        String boundary = "--" + type.substring(type.indexOf('=') + 1);
        assertThat(x.lastAsked().body())
                .isEqualTo(boundary + "\r\nContent-Disposition: form-data; name=\"media_category\"\r\n\r\ndm_image\r\n"
                        + boundary + "\r\nContent-Disposition: form-data; name=\"media_type\"\r\n\r\nimage/png\r\n"
                        + boundary + "\r\nContent-Disposition: form-data; name=\"media\"; filename=\"media\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\npicture\r\n"
                        + boundary + "--\r\n");
    }

    @Test
    void v2UploadsAVideoInSegments() {
        MediaUpload upload = client.mediaUpload();
        x.says(200, V2).says(200, "{\"data\":{\"expires_at\":1}}").says(200, V2);

        assertThat(ok(upload.initialize(Category.DM_VIDEO, "video/mp4", 7)).id())
                .isEqualTo("1146654567674912769");
        assertThat(x.lastAsked().line()).isEqualTo("POST /2/media/upload/initialize");
        assertThat(x.lastAsked().body()).contains("\"total_bytes\":7", "\"media_category\":\"dm_video\"");
        assertThat(ok(upload.append("1146654567674912769", 0, PICTURE))).isEqualTo(Done.DONE);
        assertThat(x.lastAsked().line()).isEqualTo("POST /2/media/upload/1146654567674912769/append");
        assertThat(x.lastAsked().body()).contains("name=\"segment_index\"\r\n\r\n0\r\n");
        assertThat(ok(upload.complete("1146654567674912769")).processing()).isNotNull();
        assertThat(x.lastAsked().line()).isEqualTo("POST /2/media/upload/1146654567674912769/finalize");
        ok(upload.status("1146654567674912769"));
        assertThat(x.lastAsked().line()).isEqualTo("GET /2/media/upload?command=STATUS&media_id=1146654567674912769");
    }

    @Test
    void v1UploadsInSegments() {
        LegacyMediaUpload upload = client.legacyMediaUpload();
        x.says(200, V1).says("v1-no-content.http").says(200, V1);

        assertThat(ok(upload.initialize(Category.DM_IMAGE, "image/png", 7, true)))
                .isEqualTo(new UploadedMedia("710511363345354753", Duration.ofDays(1), null));
        assertThat(x.lastAsked().body())
                .isEqualTo("command=INIT&total_bytes=7&media_type=image%2Fpng&media_category=dm_image&shared=true");
        assertThat(ok(upload.append("710511363345354753", 0, PICTURE))).isEqualTo(Done.DONE);
        assertThat(x.lastAsked().body()).contains("name=\"command\"\r\n\r\nAPPEND\r\n", "picture");
        ok(upload.complete("710511363345354753"));
        assertThat(x.lastAsked().body()).isEqualTo("command=FINALIZE&media_id=710511363345354753");
        ok(upload.status("710511363345354753"));
        assertThat(x.lastAsked().line())
                .isEqualTo("GET /1.1/media/upload.json?command=STATUS&media_id=710511363345354753");
    }

    @Test
    void v1UploadsGoToTheUploadHost() {
        try (RecordedX uploads = new RecordedX().says(200, V1);
                XClient both = XClient.builder()
                        .baseUrl(x.url())
                        .uploadUrl(uploads.url())
                        .credentials(RecordedX.BRAND)
                        .build()) {
            ok(both.legacyMediaUpload().status("710511363345354753"));
            assertThat(uploads.asked()).hasSize(1);
            assertThat(x.asked()).isEmpty();
        }
    }

    @Test
    void argumentsBeyondXsLimitsAreRefused() {
        MediaUpload upload = client.mediaUpload();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> upload.upload(Category.DM_IMAGE, "image/png", new byte[(5 << 20) + 1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> upload.upload(Category.DM_IMAGE, "image/png", new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> upload.append("1", 1000, PICTURE));
        assertThatIllegalArgumentException().isThrownBy(() -> upload.status("x"));
    }
}
