package com.dmverify.sandbox.media;

import com.dmverify.sandbox.http.JsonObject;

/** {@code processing_info}: films are worked on after the upload; here they are done as soon as somebody asks. */
final class ProcessingInfo {

    private ProcessingInfo() {}

    static JsonObject pending() {
        return JsonObject.of("state", "pending").with("check_after_secs", 1);
    }

    static JsonObject of(Media media) {
        return media.ready() ? JsonObject.of("state", "succeeded").with("progress_percent", 100) : pending();
    }
}
