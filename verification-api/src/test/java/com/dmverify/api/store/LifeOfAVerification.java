package com.dmverify.api.store;

import com.dmverify.api.policy.Policy;
import com.dmverify.api.trace.Trace;
import com.dmverify.api.verification.DeliveryReport;
import com.dmverify.api.verification.OptOut;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of a verification, said a second time and in another language, so that one can check the other. */
final class LifeOfAVerification {

    private final Map<String, String> state;
    private final List<Happened> events = new ArrayList<>();
    private final Policy policy;
    private final Clock clock;
    private @Nullable Trace trace;
    private @Nullable Trace lastOrder;

    LifeOfAVerification(Map<String, String> fields, Policy policy, Clock clock) {
        this.state = new HashMap<>(fields);
        this.policy = policy;
        this.clock = clock;
        for (String empty :
                List.of("reason", "expires_at", "wait_until", "ended_at", "delivery_reason", "handle_as_of")) {
            state.put(empty, "");
        }
        for (String zero : List.of("sequence", "dispatch", "settled_dispatch", "resumes", "acted_at")) {
            state.put(zero, "0");
        }
        state.put("status", "pending");
        state.put("format", "1");
    }

    /** An event with the state after it. */
    record Happened(
            String event,
            Instant at,
            @Nullable String cause,
            @Nullable Trace trace,
            Map<String, String> state) {}

    /** Whose doing the next change is; null when it happens by itself. */
    LifeOfAVerification causedBy(@Nullable Trace trace) {
        this.trace = trace;
        return this;
    }

    Map<String, String> state() {
        return state;
    }

    List<Happened> takeEvents() {
        List<Happened> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    boolean is(String field, String value) {
        return value.equals(state.get(field));
    }

    boolean isDue() {
        return pending() && now() >= deadline();
    }

    Verdict open() {
        state.put("again", "false");
        state.put("delivery", "queued");
        put("send_deadline", now() + policy.sendWithin().toMillis());
        happened("opened", null);
        order(false);
        return Verdict.DONE;
    }

    Verdict attempt(Map<String, String> guess) {
        if (!pending()) {
            return Verdict.ENDED;
        }
        if (!codeIsOut()) {
            return Verdict.NOT_SENT_YET;
        }
        if (lapse()) {
            return Verdict.ENDED;
        }
        if (Objects.equals(guess.get(state.get("kid")), state.get("digest"))) {
            finish("verified", "", "succeeded");
            return Verdict.APPROVED;
        }
        put("tries", number("tries") - 1);
        happened("incorrect", null);
        if (number("tries") == 0) {
            finish("exhausted", "no_tries_left", "exhausted");
        }
        return Verdict.INCORRECT;
    }

    Verdict settle(DeliveryReport report) {
        if (!pending()) {
            return Verdict.ENDED;
        }
        if (report.dispatch() <= number("settled_dispatch")) {
            return Verdict.KNOWN;
        }
        if (report.outcome() == DeliveryReport.Outcome.WITHDRAWN && !"opted_out".equals(report.reason())) {
            return Verdict.KNOWN;
        }
        put("settled_dispatch", report.dispatch());
        if (report.userId() != null) {
            state.put("user_id", report.userId().value());
        }
        learnHandle(report);
        state.put("delivery_reason", report.reason() == null ? "" : report.reason());
        switch (report.outcome()) {
            case SENT -> sent(report.settledAt());
            case REFUSED -> refused(String.valueOf(report.reason()));
            case WITHDRAWN -> {
                state.put("delivery", "withdrawn");
                finish("failed", "opted_out", "failed");
            }
            case DEADLINE_MISSED -> undeliverable("deadline_missed", "deadline_missed");
        }
        return Verdict.DONE;
    }

    Verdict resume(String cause, Instant actedAt) {
        if (!pending() || lapse()) {
            return Verdict.ENDED;
        }
        if (!is("delivery", "awaiting_user_action") || number("resumes") >= policy.resumes()) {
            return Verdict.KNOWN;
        }
        if (actedAt.isBefore(Instant.ofEpochMilli(number("created_at")).minusSeconds(5))
                || actedAt.toEpochMilli() <= number("acted_at")) {
            return Verdict.KNOWN;
        }
        put("acted_at", actedAt.toEpochMilli());
        put("resumes", number("resumes") + 1);
        order(false);
        happened("requeued", cause);
        return Verdict.DONE;
    }

    Verdict refuse(OptOut optOut) {
        if (!pending() || lapse()) {
            return Verdict.ENDED;
        }
        if (number("created_at") > optOut.at().plusSeconds(5).toEpochMilli()) {
            return Verdict.KNOWN;
        }
        String reason = optOut.kind().wire();
        if (!codeIsOut()) {
            state.put("delivery_reason", reason);
        }
        finish("failed", reason, "failed");
        return Verdict.DONE;
    }

    Verdict resend(NextCode next, boolean optedOut) {
        if (!pending() || lapse()) {
            return Verdict.ENDED;
        }
        if (optedOut) {
            return Verdict.OPTED_OUT;
        }
        if (is("delivery", "queued")) {
            return Verdict.NOT_SENT_YET;
        }
        if (number("sends") == 0) {
            return Verdict.NO_SENDS_LEFT;
        }
        if (now() < number("resend_at")) {
            return Verdict.TOO_EARLY;
        }
        if (number("code_version") != next.seenVersion()) {
            return Verdict.STALE;
        }
        if (codeIsOut()
                && number("expires_at") - now() < policy.freshCodeBelow().toMillis()) {
            put("code_version", number("code_version") + 1);
            state.put("kid", next.keyId());
            state.put("digest", next.digest());
            state.put("expires_at", "");
        }
        put("sends", number("sends") - 1);
        put("resend_at", now() + policy.resendAfter().toMillis());
        order(codeIsOut());
        happened("requeued", "resend");
        return Verdict.DONE;
    }

    Verdict cancel() {
        if (is("status", "canceled")) {
            return Verdict.DONE;
        }
        if (!pending() || lapse()) {
            return Verdict.ENDED;
        }
        finish("canceled", "canceled_by_platform", "canceled");
        return Verdict.DONE;
    }

    boolean lapse() {
        if (!isDue()) {
            return false;
        }
        if (codeIsOut()) {
            finish("expired", "code_expired", "expired");
        } else if (is("delivery", "queued")) {
            undeliverable("deadline_missed", "deadline_missed");
        } else {
            undeliverable("undeliverable", "user_action_timeout");
        }
        return true;
    }

    private void sent(Instant settledAt) {
        state.put("delivery", "sent");
        if (!codeIsOut()) {
            long begins = Math.max(number("ordered_at"), Math.min(now(), settledAt.toEpochMilli()));
            put("expires_at", begins + number("code_life"));
        }
        happened("code_sent", null);
    }

    private void refused(String reason) {
        if (!codeIsOut() && reason.equals(DeliveryReport.TARGET_CLOSED)) {
            state.put("delivery", "awaiting_user_action");
            if (is("wait_until", "")) {
                put("wait_until", now() + policy.waitForUser().toMillis());
            }
            happened("user_action_awaited", null);
        } else {
            undeliverable("undeliverable", reason);
        }
    }

    private void undeliverable(String delivery, String reason) {
        if (codeIsOut()) {
            state.put("delivery", "sent");
        } else {
            state.put("delivery", delivery);
            finish("failed", reason, "failed");
        }
    }

    private void order(boolean again) {
        Duration window = policy.sendWithin();
        long latest = now() + window.toMillis();
        put("dispatch", number("dispatch") + 1);
        state.put("delivery", "queued");
        state.put("delivery_reason", "");
        put("send_deadline", codeIsOut() ? Math.max(now(), Math.min(latest, number("expires_at") - 60_000)) : latest);
        put("ordered_at", now());
        state.put("again", String.valueOf(again));
        lastOrder = trace != null ? trace : lastOrder;
        happened("requested", null);
    }

    private void learnHandle(DeliveryReport report) {
        Instant asOf = report.handleAsOf();
        boolean older = !is("handle_as_of", "") && (asOf == null || asOf.toEpochMilli() < number("handle_as_of"));
        if (report.handle() != null && !older) {
            state.put("handle", report.handle().value());
            state.put("handle_as_of", asOf == null ? "" : String.valueOf(asOf.toEpochMilli()));
        }
    }

    private void finish(String status, String reason, String event) {
        if (is("delivery", "queued") || is("delivery", "awaiting_user_action")) {
            state.put("delivery", "withdrawn");
        }
        state.put("status", status);
        state.put("reason", reason);
        put("ended_at", now());
        state.put("digest", "");
        happened(event, null);
    }

    private void happened(String event, @Nullable String cause) {
        put("sequence", number("sequence") + 1);
        events.add(new Happened(event, clock.instant(), cause, trace != null ? trace : lastOrder, Map.copyOf(state)));
    }

    private boolean pending() {
        return is("status", "pending");
    }

    private boolean codeIsOut() {
        return !is("expires_at", "");
    }

    private long deadline() {
        if (codeIsOut()) {
            return number("expires_at");
        }
        return is("delivery", "queued")
                ? number("send_deadline") + policy.reportGrace().toMillis()
                : number("wait_until");
    }

    private long now() {
        return clock.millis();
    }

    private long number(String field) {
        return Long.parseLong(state.get(field));
    }

    private void put(String field, long value) {
        state.put(field, String.valueOf(value));
    }
}
