package com.dmverify.sandbox.media;

import java.time.Instant;

/**
 * An upload. Its bytes are counted, not stored.
 *
 * @param owner the user who may attach it
 * @param category {@code dm_image}, {@code dm_gif}, {@code dm_video} or one for posts
 * @param ready whether the upload is complete and finalized
 */
public record Media(long id, long owner, String type, String category, long size, boolean ready, Instant expiresAt) {

    public String idText() {
        return Long.toString(id);
    }

    /** v2's media key: a number for the kind, an underscore and the id. */
    public String key() {
        int kind = isVideo() ? 7 : category.endsWith("gif") ? 16 : 3;
        return kind + "_" + id;
    }

    /** v2's name of its kind. */
    public String kind() {
        return isVideo() ? "video" : category.endsWith("gif") ? "animated_gif" : "photo";
    }

    /** Whether X processes it after the upload. */
    public boolean isVideo() {
        return category.endsWith("video");
    }

    Media plus(long bytes) {
        return new Media(id, owner, type, category, size + bytes, ready, expiresAt);
    }

    Media finished() {
        return new Media(id, owner, type, category, size, true, expiresAt);
    }
}
