package com.dmverify.api.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The flat, textual form in which a verification is kept, and back. Times are epoch milliseconds; an empty text is "none".
 *
 * @param fields by name, as in the scripts of the store
 */
public record VerificationState(Map<String, String> fields) {

    public VerificationState {
        fields = Map.copyOf(fields);
    }

    /** The format that this version writes. */
    private static final int FORMAT = 1;

    /** Whether a newer version wrote this: a higher format, or a status that this one does not know. */
    public static boolean isNewer(Map<String, String> fields) {
        return isHigher(fields.getOrDefault("format", "1"))
                || !Status.isKnown(fields.get("status"))
                || !DeliveryStatus.isKnown(fields.get("delivery"));
    }

    private static boolean isHigher(String format) {
        try {
            return Integer.parseInt(format) > FORMAT;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    /** The verification with this state; metadata is given apart, because it is nested. */
    public Verification read(Function<String, Map<String, String>> metadata) {
        return new Verification(
                new VerificationId(text("id")),
                new Request(
                        text("tenant"),
                        text("locale"),
                        optional("purpose"),
                        optional("reference"),
                        metadata.apply(text("metadata"))),
                new Target(map("handle", Handle::new), map("user_id", UserId::new), optionalInstant("handle_as_of")),
                Status.ofWire(text("status")),
                optional("reason"),
                delivery(),
                code(),
                new Remaining(number("tries"), number("sends"), instant("resend_at")),
                Long.parseLong(text("sequence")),
                instant("created_at"),
                optionalInstant("ended_at"));
    }

    private Delivery delivery() {
        return new Delivery(
                DeliveryStatus.ofWire(text("delivery")),
                new SendingAccount(
                        text("account"), new Handle(text("brand_handle")), new UserId(text("brand_user_id")), lanes()),
                number("dispatch"),
                Boolean.parseBoolean(text("again")),
                instant("send_deadline"),
                optionalInstant("wait_until"),
                optional("delivery_reason"));
    }

    /** What was opened before there were lanes has one. */
    private int lanes() {
        String lanes = optional("lanes");
        return lanes == null ? 1 : Integer.parseInt(lanes);
    }

    private Code code() {
        return new Code(
                text("kid"),
                number("code_version"),
                number("digits"),
                Duration.ofMillis(Long.parseLong(text("code_life"))),
                optionalInstant("expires_at"));
    }

    private String text(String field) {
        String value = fields.get(field);
        if (value == null) {
            throw new IllegalStateException("The state of a verification lacks '" + field + "'");
        }
        return value;
    }

    private @Nullable String optional(String field) {
        String value = fields.get(field);
        return value == null || value.isEmpty() ? null : value;
    }

    private <T> @Nullable T map(String field, Function<String, T> type) {
        String value = optional(field);
        return value == null ? null : type.apply(value);
    }

    private int number(String field) {
        return Integer.parseInt(text(field));
    }

    private Instant instant(String field) {
        return Instant.ofEpochMilli(Long.parseLong(text(field)));
    }

    private @Nullable Instant optionalInstant(String field) {
        return map(field, millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
    }
}
