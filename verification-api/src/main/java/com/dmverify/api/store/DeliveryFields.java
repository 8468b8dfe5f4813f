package com.dmverify.api.store;

import com.dmverify.api.trace.Trace;
import com.dmverify.api.verification.Delivery;
import com.dmverify.api.verification.DeliveryStatus;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.Order;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.UserAction;
import com.dmverify.api.verification.UserId;
import java.util.Objects;
import java.util.Set;

/** The stored fields of a delivery: its account, its order, and what it waits for. */
final class DeliveryFields {

    /**
     * The dispatch whose message was seen. The status is kept as sent, so that a release that does not know it reads the value, and
     * a later message of it is not taken for seen.
     */
    private static final String SEEN = "seen";

    static final Set<String> NAMES = Set.of(
            "delivery",
            SEEN,
            "delivery_reason",
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
            "acted_at");

    private DeliveryFields() {}

    static void write(Delivery delivery, FieldWriter out) {
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

    static Delivery read(FieldReader fields) {
        return new Delivery(
                status(fields),
                new SendingAccount(
                        fields.text("account"),
                        new Handle(fields.text("brand_handle")),
                        new UserId(fields.text("brand_user_id")),
                        fields.number("lanes"),
                        Objects.requireNonNullElse(fields.optional("brand"), fields.text("brand_handle"))),
                new Order(
                        fields.number("dispatch"),
                        fields.number("again") == 1,
                        fields.time("ordered_at"),
                        fields.time("send_deadline"),
                        fields.time("report_deadline"),
                        fields.number("reported"),
                        fields.optional("look_up") != null,
                        Trace.of(fields.optional("traceparent"), fields.optional("tracestate"))
                                .orElse(null)),
                new UserAction(
                        fields.optionalTime("wait_until"), fields.number("resumes"), fields.optionalTime("acted_at")),
                fields.optional("delivery_reason"));
    }

    private static DeliveryStatus status(FieldReader fields) {
        DeliveryStatus status = DeliveryStatus.ofWire(fields.text("delivery"));
        return status == DeliveryStatus.SENT && fields.text("dispatch").equals(fields.optional(SEEN))
                ? DeliveryStatus.SEEN
                : status;
    }
}
