package com.dmverify.x.media;

import com.dmverify.x.Answer;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.Done;
import com.dmverify.x.call.Verb;
import com.dmverify.x.json.Ids;
import com.dmverify.x.oauth.Parameter;
import com.dmverify.x.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Uploading in v1.1, on a host of its own: begin, add pieces, end. Source: X's v1.1 pages "Media upload". */
public final class LegacyMediaUpload {

    private static final String UPLOAD = "/1.1/media/upload.json";

    private final Wire wire;

    /** The wire leads to the host of uploads. */
    public LegacyMediaUpload(Wire wire) {
        this.wire = wire;
    }

    /**
     * Begins an upload.
     *
     * @param shared whether several messages may carry it
     */
    public Answer<UploadedMedia> initialize(Category category, String mediaType, long totalBytes, boolean shared) {
        category.checkSize(totalBytes);
        return wire.call(
                command(
                        "INIT",
                        new Parameter("total_bytes", Long.toString(totalBytes)),
                        new Parameter("media_type", mediaType),
                        new Parameter("media_category", category.wireName()),
                        new Parameter("shared", Boolean.toString(shared))),
                LegacyMediaUpload::media);
    }

    /** Adds a piece, counted from 0. */
    public Answer<Done> append(String mediaId, int segment, byte[] piece) {
        List<Parameter> fields = List.of(
                new Parameter("command", "APPEND"),
                new Parameter("media_id", Ids.check("media", mediaId)),
                new Parameter("segment_index", Integer.toString(segment)));
        return wire.call(Call.of(Verb.POST, UPLOAD).withFile(fields, "media", piece), Done::read);
    }

    /** Ends an upload. */
    public Answer<UploadedMedia> complete(String mediaId) {
        return wire.call(
                command("FINALIZE", new Parameter("media_id", Ids.check("media", mediaId))), LegacyMediaUpload::media);
    }

    /** How far X is. */
    public Answer<UploadedMedia> status(String mediaId) {
        Call call = Call.get(UPLOAD).with("command", "STATUS").with("media_id", Ids.check("media", mediaId));
        return wire.call(call, LegacyMediaUpload::media);
    }

    private static Call command(String command, Parameter... fields) {
        List<Parameter> form = new ArrayList<>(List.of(new Parameter("command", command)));
        form.addAll(List.of(fields));
        return Call.of(Verb.POST, UPLOAD).withForm(form);
    }

    // "media_id" is a number beyond 2^53.
    private static UploadedMedia media(JsonNode body) {
        return UploadedMedia.read(body, "media_id_string");
    }
}
