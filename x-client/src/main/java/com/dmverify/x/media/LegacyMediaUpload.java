package com.dmverify.x.media;

import com.dmverify.x.Answer;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.Done;
import com.dmverify.x.call.HttpMethod;
import com.dmverify.x.http.CallExecutor;
import com.dmverify.x.json.Ids;
import com.dmverify.x.oauth.Parameter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Uploads media in v1.1, to a separate host: initialize, append, complete. Source: X's v1.1 pages "Media upload". */
public final class LegacyMediaUpload {

    private static final String UPLOAD = "/1.1/media/upload.json";

    private final CallExecutor executor;

    /** The executor's base URL is that of the upload host. */
    public LegacyMediaUpload(CallExecutor executor) {
        this.executor = executor;
    }

    /**
     * Starts an upload.
     *
     * @param shared whether several messages may have it
     */
    public Answer<UploadedMedia> initialize(Category category, String mediaType, long totalBytes, boolean shared) {
        category.checkSize(totalBytes);
        return executor.execute(
                command(
                        "INIT",
                        new Parameter("total_bytes", Long.toString(totalBytes)),
                        new Parameter("media_type", mediaType),
                        new Parameter("media_category", category.wireName()),
                        new Parameter("shared", Boolean.toString(shared))),
                LegacyMediaUpload::media);
    }

    /** Appends a segment, counted from 0. */
    public Answer<Done> append(String mediaId, int segment, byte[] piece) {
        List<Parameter> fields = List.of(
                new Parameter("command", "APPEND"),
                new Parameter("media_id", Ids.check("media", mediaId)),
                new Parameter("segment_index", Integer.toString(segment)));
        return executor.execute(Call.of(HttpMethod.POST, UPLOAD).withFile(fields, "media", piece), Done::read);
    }

    /** Completes an upload. */
    public Answer<UploadedMedia> complete(String mediaId) {
        return executor.execute(
                command("FINALIZE", new Parameter("media_id", Ids.check("media", mediaId))), LegacyMediaUpload::media);
    }

    /** The state of X's processing. */
    public Answer<UploadedMedia> status(String mediaId) {
        Call call = Call.get(UPLOAD).with("command", "STATUS").with("media_id", Ids.check("media", mediaId));
        return executor.execute(call, LegacyMediaUpload::media);
    }

    private static Call command(String command, Parameter... fields) {
        List<Parameter> form = new ArrayList<>(List.of(new Parameter("command", command)));
        form.addAll(List.of(fields));
        return Call.of(HttpMethod.POST, UPLOAD).withForm(form);
    }

    // "media_id" is a number beyond 2^53.
    private static UploadedMedia media(JsonNode body) {
        return UploadedMedia.read(body, "media_id_string");
    }
}
