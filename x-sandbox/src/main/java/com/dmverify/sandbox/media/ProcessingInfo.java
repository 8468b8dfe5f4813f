package com.dmverify.sandbox.media;

import com.dmverify.sandbox.http.JsonObject;

/** Makes {@code processing_info}: X processes videos after the upload; here they are ready at the first status call. */
final class ProcessingInfo {

    private ProcessingInfo() {}

    static JsonObject pending() {
        return JsonObject.of("state", "pending").with("check_after_secs", 1);
    }

    static JsonObject of(Media media) {
        return media.ready() ? JsonObject.of("state", "succeeded").with("progress_percent", 100) : pending();
    }
}
