package com.dmverify.x.media;

import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Uploaded media, usable by the account that uploaded it.
 *
 * @param id for one message, unless it was uploaded as shared
 * @param expiresAfter how long it can be used; null if X did not say
 * @param processing null if X need not process it
 */
public record UploadedMedia(
        String id,
        @Nullable Duration expiresAfter,
        @Nullable Processing processing) {

    public UploadedMedia {
        Ids.check("media", id);
    }

    /**
     * X's processing of a video.
     *
     * @param state {@code pending}, {@code in_progress}, {@code succeeded} or {@code failed}
     * @param checkAfter when to ask again; null if that is not needed
     */
    public record Processing(String state, @Nullable Duration checkAfter) {}

    static UploadedMedia read(JsonNode media, String idField) {
        JsonNode processing = media.path("processing_info");
        return new UploadedMedia(
                Json.text(media, idField),
                seconds(media, "expires_after_secs"),
                processing.isObject()
                        ? new Processing(Json.text(processing, "state"), seconds(processing, "check_after_secs"))
                        : null);
    }

    private static @Nullable Duration seconds(JsonNode node, String field) {
        var seconds = node.path(field).asIntOpt();
        return seconds.isPresent() ? Duration.ofSeconds(seconds.getAsInt()) : null;
    }
}
