package com.dmverify.sandbox.media;

import com.dmverify.sandbox.wire.Fields;

/** {@code processing_info}: films are worked on after the upload; here they are done as soon as somebody asks. */
final class Processing {

    private Processing() {}

    static Fields pending() {
        return Fields.of("state", "pending").with("check_after_secs", 1);
    }

    static Fields of(Media media) {
        return media.ready() ? Fields.of("state", "succeeded").with("progress_percent", 100) : pending();
    }
}
