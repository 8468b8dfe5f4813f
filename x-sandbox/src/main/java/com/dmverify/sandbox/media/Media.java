package com.dmverify.sandbox.media;

import java.time.Instant;

/**
 * An upload. Its bytes are counted, not kept.
 *
 * @param owner who may attach it
 * @param category {@code dm_image}, {@code dm_gif}, {@code dm_video} or one for posts
 * @param ready everything arrived and was finalized
 */
public record Media(long id, long owner, String type, String category, long size, boolean ready, Instant expiresAt) {

    public String idText() {
        return Long.toString(id);
    }

    /** v2's name of it; the number before the dash is the kind. */
    public String key() {
        int kind = isVideo() ? 7 : category.endsWith("gif") ? 16 : 3;
        return kind + "_" + id;
    }

    /** v2's word for its kind. */
    public String kind() {
        return isVideo() ? "video" : category.endsWith("gif") ? "animated_gif" : "photo";
    }

    /** Is worked on after the upload. */
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
