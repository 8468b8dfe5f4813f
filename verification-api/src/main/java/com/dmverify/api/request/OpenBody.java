package com.dmverify.api.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code POST /v1/verifications} takes. */
record OpenBody(
        @Valid @Nullable TargetBody target,

        @Pattern(regexp = "dm_out", message = "Only dm_out is available.") @Nullable
        String mode,

        @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", message = "A language tag like en or pt-BR is needed.")
        @Nullable
        String locale,

        @Size(max = 120, message = "At most 120 characters.") @Nullable
        String purpose,

        @Size(min = 1, max = 128, message = "1 to 128 characters.") @Nullable
        String reference,

        @Size(max = 16, message = "At most 16 entries.") @Nullable
        Map<@NotBlank @Size(max = 40) String, @NotNull @Size(max = 500) String> metadata,

        @Pattern(regexp = "[0-9A-Fa-f:.]{2,45}", message = "An IP address like 203.0.113.7 or 2001:db8::7 is needed.")
        @Nullable
        String clientIp,

        @Valid @Nullable ConsentBody consent) {

    /** A handle or a user id. */
    record TargetBody(@Nullable String handle, @Nullable String userId) {}

    /** The consent that the platform took. */
    record ConsentBody(
            @Nullable OffsetDateTime at,

            @Size(max = 64, message = "At most 64 characters.") @Nullable
            String textVersion) {}
}
