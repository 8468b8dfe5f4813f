package com.dmverify.api.check;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What {@code POST …/checks} takes. The code does not show in {@link #toString()}. */
record CheckBody(
        @Schema(minLength = 6, maxLength = 100) @Nullable String code) {

    @Override
    public String toString() {
        return "CheckBody[***]";
    }
}
