package com.dmverify.api.request.web;

import com.dmverify.api.request.StartFields;
import com.dmverify.api.request.StartFields.ConsentFields;
import com.dmverify.api.request.StartFields.TargetFields;
import com.dmverify.api.request.StartRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code POST /v1/verifications} takes. The lengths are in characters; {@link StartRequest} checks them. */
record StartBody(
        @Nullable TargetBody target,

        @Schema(
                description =
                        "dm_out (default): we send a code. dm_in: the person sends the challenge; the target may be left"
                                + " out. auto: both, the first proof wins",
                allowableValues = {"dm_out", "dm_in", "auto"})
        @Nullable
        String mode,

        @Schema(description = "BCP 47; language and region count", maxLength = 35) @Nullable
        String locale,

        @Schema(
                description =
                        "What the person confirms. Links and tags in it are made harmless by added spaces: purpose_sent"
                                + " is what will be read. No six digits in a row",
                maxLength = 120)
        @Nullable
        String purpose,

        @Schema(minLength = 1, maxLength = 128) @Nullable String reference,

        @Schema(description = "At most 16 entries, keys of 1 to 40 and values of at most 256 characters, 8 KiB in all")
        @Nullable
        Map<String, @Nullable String> metadata,

        @Schema(description = "The user's IP address", maxLength = 45) @Nullable
        String clientIp,

        @Nullable ConsentBody consent) {

    StartFields fields() {
        return new StartFields(
                target == null ? null : new TargetFields(target.handle(), target.userId()),
                mode,
                locale,
                purpose,
                reference,
                metadata,
                clientIp,
                consent == null ? null : new ConsentFields(consent.at(), consent.textVersion()));
    }

    /** A handle or a user id. */
    record TargetBody(
            @Schema(description = "@jack, jack or the address of the profile", maxLength = 200) @Nullable
            String handle,

            @Schema(pattern = "[1-9][0-9]{0,18}") @Nullable String userId) {}

    /** The consent that the platform took. */
    record ConsentBody(
            @Schema(format = "date-time") @Nullable String at,

            @Schema(minLength = 1, maxLength = 64) @Nullable String textVersion) {}
}
