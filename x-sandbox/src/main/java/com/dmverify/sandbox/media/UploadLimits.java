package com.dmverify.sandbox.media;

import java.util.Base64;
import java.util.Set;

/** The categories and sizes that X accepts (docs.x.com, "Media best practices"). */
final class UploadLimits {

    static final Set<String> CATEGORIES = Set.of(
            "tweet_image", "tweet_video", "tweet_gif", "dm_image", "dm_video", "dm_gif", "subtitles", "amplify_video");
    static final int LAST_SEGMENT = 999;

    private static final long MEGABYTE = 1024L * 1024;

    private UploadLimits() {}

    static long largest(String category) {
        if (category.endsWith("video")) {
            return 512 * MEGABYTE;
        }
        return category.endsWith("gif") ? 15 * MEGABYTE : 5 * MEGABYTE;
    }

    /** The size of the decoded base64; -1 if it is invalid. */
    static long sizeOfBase64(String text) {
        try {
            return Base64.getMimeDecoder().decode(text).length;
        } catch (IllegalArgumentException notBase64) {
            return -1;
        }
    }
}
