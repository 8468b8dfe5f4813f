package com.dmverify.api.store;

import com.dmverify.api.policy.Terms;
import com.dmverify.api.trace.Trace;
import com.dmverify.api.verification.Challenge;
import com.dmverify.api.verification.Code;
import com.dmverify.api.verification.Consent;
import com.dmverify.api.verification.Delivery;
import com.dmverify.api.verification.DeliveryStatus;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.Mode;
import com.dmverify.api.verification.Order;
import com.dmverify.api.verification.Remaining;
import com.dmverify.api.verification.Request;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.Status;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.UserAction;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The fields of a stored verification, by name. Times are epoch milliseconds.
 *
 * @param fields without those that were left out
 */
record VerificationFields(Map<String, String> fields) {

    static final String METADATA = "metadata";

    /**
     * The dispatch whose message was seen. The status is kept as sent, so that a release that does not know it reads the value, and
     * a later message of it is not taken for seen.
     */
    private static final String SEEN = "seen";

    private static final Set<String> KNOWN = Set.of(
            "tenant",
            "mode",
            "locale",
            "purpose",
            "reference",
            "test",
            "policy",
            "consent_at",
            "consent_text",
            "handle",
            "user_id",
            "handle_as_of",
            "status",
            "reason",
            "delivery",
            SEEN,
            "account",
            "brand_handle",
            "brand_user_id",
            "lanes",
            "brand",
            "dispatch",
            "again",
            "ordered_at",
            "send_deadline",
            "report_deadline",
            "reported",
            "look_up",
            "traceparent",
            "tracestate",
            "wait_until",
            "resumes",
            "acted_at",
            "delivery_reason",
            "kid",
            "code_version",
            "digits",
            "code_life",
            "expires_at",
            "challenge_kid",
            "challenge_expires_at",
            "challenge_written_at",
            "claimant",
            "tries",
            "sends",
            "resend_at",
            "sequence",
            "created_at",
            "ended_at",
            "disputed_at");

    static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    static void write(Verification verification, JsonGenerator json) {
        Writer out = new Writer(json);
        request(verification.request(), out);
        target(verification.target(), out);
        out.text("status", verification.status().wire());
        out.text("reason", verification.reason());
        delivery(verification.delivery(), out);
        code(verification.code(), out);
        challenge(verification.challenge(), out);
        out.number("tries", verification.remaining().tries());
        out.number("sends", verification.remaining().sends());
        out.time("resend_at", verification.remaining().nextSendAt());
        out.number("sequence", verification.sequence());
        out.time("created_at", verification.createdAt());
        out.time("ended_at", verification.endedAt());
        out.time("disputed_at", verification.disputedAt());
    }

    private static void request(Request request, Writer out) {
        out.text("tenant", request.tenant());
        out.text("mode", request.mode() == Mode.DM_OUT ? null : request.mode().wire());
        out.text("locale", request.locale());
        out.text("purpose", request.purpose());
        out.text("reference", request.reference());
        if (request.isTest()) {
            out.number("test", 1);
        }
        out.text("policy", request.terms() == null ? null : request.terms().text());
        out.texts(METADATA, request.metadata());
        Consent consent = request.consent();
        if (consent != null) {
            out.text("consent_at", consent.at());
            out.text("consent_text", consent.textVersion());
        }
    }

    private static void target(Target target, Writer out) {
        out.text("handle", target.handle() == null ? null : target.handle().value());
        out.text("user_id", target.userId() == null ? null : target.userId().value());
        out.time("handle_as_of", target.handleAsOf());
    }

    private static void delivery(Delivery delivery, Writer out) {
        boolean isSeen = delivery.status() == DeliveryStatus.SEEN;
        out.text("delivery", (isSeen ? DeliveryStatus.SENT : delivery.status()).wire());
        if (isSeen) {
            out.number(SEEN, delivery.order().dispatch());
        }
        out.text("delivery_reason", delivery.reason());
        out.text("account", delivery.account().name());
        out.text("brand_handle", delivery.account().handle().value());
        out.text("brand_user_id", delivery.account().userId().value());
        out.number("lanes", delivery.account().lanes());
        String brand = delivery.account().brand();
        out.text("brand", brand.equals(delivery.account().handle().value()) ? null : brand);
        Order order = delivery.order();
        out.number("dispatch", order.dispatch());
        out.number("again", order.again() ? 1 : 0);
        out.time("ordered_at", order.orderedAt());
        out.time("send_deadline", order.deadline());
        out.time("report_deadline", order.reportDeadline());
        out.number("reported", order.reported());
        if (order.isLookUp()) {
            out.number("look_up", 1);
        }
        Trace trace = order.trace();
        if (trace != null) {
            out.text("traceparent", trace.parent());
            out.text("tracestate", trace.state());
        }
        out.time("wait_until", delivery.userAction().waitUntil());
        out.number("resumes", delivery.userAction().resumes());
        out.time("acted_at", delivery.userAction().actedAt());
    }

    private static void challenge(@Nullable Challenge challenge, Writer out) {
        if (challenge != null) {
            out.text("challenge_kid", challenge.keyId());
            out.time("challenge_expires_at", challenge.expiresAt());
            out.time("challenge_written_at", challenge.writtenAt());
            out.text(
                    "claimant",
                    challenge.claimant() == null ? null : challenge.claimant().value());
        }
    }

    private static void code(Code code, Writer out) {
        out.text("kid", code.keyId());
        out.number("code_version", code.version());
        out.number("digits", code.digits());
        out.number("code_life", code.life().toMillis());
        out.time("expires_at", code.expiresAt());
    }

    Verification read(VerificationId id, Map<String, String> metadata) {
        return new Verification(
                id,
                new Request(
                        text("tenant"),
                        optional("mode") == null ? Mode.DM_OUT : Mode.ofWire(text("mode")),
                        text("locale"),
                        optional("purpose"),
                        optional("reference"),
                        metadata,
                        consent(),
                        optional("test") != null,
                        map("policy", Terms::read)),
                new Target(map("handle", Handle::new), map("user_id", UserId::new), optionalTime("handle_as_of")),
                Status.ofWire(text("status")),
                optional("reason"),
                delivery(),
                code(),
                challenge(),
                new Remaining(number("tries"), number("sends"), time("resend_at")),
                Long.parseLong(text("sequence")),
                time("created_at"),
                optionalTime("ended_at"),
                optionalTime("disputed_at"));
    }

    private @Nullable Challenge challenge() {
        return optional("challenge_kid") == null
                ? null
                : new Challenge(
                        text("challenge_kid"),
                        time("challenge_expires_at"),
                        optionalTime("challenge_written_at"),
                        map("claimant", UserId::new));
    }

    private @Nullable Consent consent() {
        String at = optional("consent_at");
        return at == null ? null : new Consent(at, text("consent_text"));
    }

    private Delivery delivery() {
        return new Delivery(
                deliveryStatus(),
                new SendingAccount(
                        text("account"),
                        new Handle(text("brand_handle")),
                        new UserId(text("brand_user_id")),
                        number("lanes"),
                        Objects.requireNonNullElse(optional("brand"), text("brand_handle"))),
                new Order(
                        number("dispatch"),
                        number("again") == 1,
                        time("ordered_at"),
                        time("send_deadline"),
                        time("report_deadline"),
                        number("reported"),
                        optional("look_up") != null,
                        Trace.of(optional("traceparent"), optional("tracestate"))
                                .orElse(null)),
                new UserAction(optionalTime("wait_until"), number("resumes"), optionalTime("acted_at")),
                optional("delivery_reason"));
    }

    private DeliveryStatus deliveryStatus() {
        DeliveryStatus status = DeliveryStatus.ofWire(text("delivery"));
        return status == DeliveryStatus.SENT && text("dispatch").equals(optional(SEEN)) ? DeliveryStatus.SEEN : status;
    }

    private Code code() {
        return new Code(
                text("kid"),
                number("code_version"),
                number("digits"),
                Duration.ofMillis(Long.parseLong(text("code_life"))),
                optionalTime("expires_at"));
    }

    private String text(String field) {
        String value = fields.get(field);
        if (value == null) {
            throw new IllegalArgumentException("no " + field);
        }
        return value;
    }

    private @Nullable String optional(String field) {
        return fields.get(field);
    }

    private <T> @Nullable T map(String field, Function<String, T> type) {
        String value = optional(field);
        return value == null ? null : type.apply(value);
    }

    private int number(String field) {
        return Integer.parseInt(text(field));
    }

    private Instant time(String field) {
        return Instant.ofEpochMilli(Long.parseLong(text(field)));
    }

    private @Nullable Instant optionalTime(String field) {
        return map(field, millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
    }

    private record Writer(JsonGenerator json) {

        void text(String name, @Nullable String value) {
            if (value != null) {
                json.writeStringProperty(name, value);
            }
        }

        void number(String name, long value) {
            json.writeNumberProperty(name, value);
        }

        void time(String name, @Nullable Instant value) {
            if (value != null) {
                json.writeNumberProperty(name, value.toEpochMilli());
            }
        }

        void texts(String name, Map<String, String> values) {
            if (!values.isEmpty()) {
                json.writeObjectPropertyStart(name);
                values.forEach(json::writeStringProperty);
                json.writeEndObject();
            }
        }
    }
}
