package com.dmverify.x.media;

import com.dmverify.x.Answer;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.Done;
import com.dmverify.x.call.HttpMethod;
import com.dmverify.x.http.CallExecutor;
import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import com.dmverify.x.oauth.Parameter;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Uploads media in v2: an image in one call, a video in segments. Source: X's pages "Media". */
public final class MediaUpload {

    private static final String UPLOAD = "/2/media/upload";
    private static final int LAST_SEGMENT = 999;

    private final CallExecutor executor;

    public MediaUpload(CallExecutor executor) {
        this.executor = executor;
    }

    /** Uploads an image in one call. */
    public Answer<UploadedMedia> upload(Category category, String mediaType, byte[] media) {
        category.checkSize(media.length);
        List<Parameter> fields =
                List.of(new Parameter("media_category", category.wireName()), new Parameter("media_type", mediaType));
        return executor.execute(Call.of(HttpMethod.POST, UPLOAD).withFile(fields, "media", media), MediaUpload::data);
    }

    /** Starts an upload in segments. */
    public Answer<UploadedMedia> initialize(Category category, String mediaType, long totalBytes) {
        category.checkSize(totalBytes);
        Map<String, ?> body =
                Map.of("media_type", mediaType, "total_bytes", totalBytes, "media_category", category.wireName());
        return executor.execute(Call.post(UPLOAD + "/initialize", body), MediaUpload::data);
    }

    /** Appends a segment, counted from 0. */
    public Answer<Done> append(String mediaId, int segment, byte[] piece) {
        if (segment < 0 || segment > LAST_SEGMENT) {
            throw new IllegalArgumentException("segments are 0 to 999");
        }
        List<Parameter> fields = List.of(new Parameter("segment_index", Integer.toString(segment)));
        Call call = Call.of(HttpMethod.POST, path(mediaId, "/append"));
        return executor.execute(call.withFile(fields, "media", piece), Done::read);
    }

    /** Completes an upload in segments. */
    public Answer<UploadedMedia> complete(String mediaId) {
        return executor.execute(Call.of(HttpMethod.POST, path(mediaId, "/finalize")), MediaUpload::data);
    }

    /** The state of X's processing. */
    public Answer<UploadedMedia> status(String mediaId) {
        Call call = Call.get(UPLOAD).with("command", "STATUS").with("media_id", Ids.check("media", mediaId));
        return executor.execute(call, MediaUpload::data);
    }

    private static UploadedMedia data(JsonNode body) {
        return UploadedMedia.read(Json.child(body, "data"), "id");
    }

    private static String path(String mediaId, String step) {
        return UPLOAD + "/" + Ids.check("media", mediaId) + step;
    }
}
