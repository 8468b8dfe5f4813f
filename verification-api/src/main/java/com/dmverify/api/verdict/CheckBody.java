package com.dmverify.api.verdict;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** What {@code POST …/checks} takes. The code does not show in {@link #toString()}. */
record CheckBody(
        @NotBlank(message = "The code that the user typed is needed.") @Nullable
        String code) {

    @Override
    public String toString() {
        return "CheckBody[***]";
    }
}
