package com.dmverify.api.operator;

import com.dmverify.api.store.DamagedVerifications;
import com.dmverify.text.CodeRedaction;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A damaged verification in a response. Runs of digits that could be a code are redacted from what was stored.
 *
 * @param lastLookAt when it was last found damaged, RFC 3339
 * @param looks how often it was found damaged
 * @param nextLookAt when it is looked at again, RFC 3339; null if it has no deadline
 * @param stored the stored text; null in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuarantinedBody(
        @JsonProperty("id") String id,
        @JsonProperty("last_look_at") String lastLookAt,
        @JsonProperty("looks") int looks,
        @JsonProperty("next_look_at") @Nullable String nextLookAt,
        @JsonProperty("cause") String cause,
        @JsonProperty("stored") @Nullable String stored) {

    private static final int LONGEST_STORED = 16_384;

    static QuarantinedBody of(DamagedVerifications.Entry entry) {
        return new QuarantinedBody(
                entry.id().value(),
                entry.lastLookAt().toString(),
                entry.looks(),
                entry.nextLookAt() == null ? null : entry.nextLookAt().toString(),
                CodeRedaction.redact(entry.cause()),
                null);
    }

    QuarantinedBody withStored(String text) {
        return new QuarantinedBody(
                id, lastLookAt, looks, nextLookAt, cause, CodeRedaction.excerpt(text, LONGEST_STORED));
    }
}
