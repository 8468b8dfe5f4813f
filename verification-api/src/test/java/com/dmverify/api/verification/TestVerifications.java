package com.dmverify.api.verification;

import com.dmverify.api.verification.DeliveryReport.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The parts of verifications that tests need. The right code is {@code code-1}, after it {@code code-2}, and so on. */
public final class TestVerifications {

    public static final String TENANT = "acme";
    public static final String RIGHT = "code-1";
    public static final String WRONG = "wrong";
    public static final String KEY_ID = "k1";
    public static final Duration LIFE = Duration.ofMinutes(10);
    public static final UserId ALICE = new UserId("2000000000000000001");
    public static final SendingAccount BRAND =
            new SendingAccount("demo", new Handle("dmverify_demo"), new UserId("1000000000000000001"), 1);

    private TestVerifications() {}

    public static Request request() {
        return request(Mode.DM_OUT);
    }

    public static Request request(Mode mode) {
        return new Request(TENANT, mode, "en", "Link your account", "order-42", Map.of("plan", "pro"), null);
    }

    /** Of a test key. */
    public static Request testRequest() {
        return new Request(TENANT, Mode.DM_OUT, "en", null, "order-42", Map.of(), null, true, null);
    }

    public static NewVerification fresh(VerificationId id) {
        return fresh(id, request());
    }

    public static NewVerification fresh(VerificationId id, Request request) {
        return new NewVerification(id, request, new Target(new Handle("alice"), null), BRAND, KEY_ID);
    }

    /** Whether this is the right code of the version that the verification is at. */
    public static Predicate<Code> isRight(String typed) {
        return code -> typed.equals("code-" + code.version());
    }

    public static DeliveryReport report(int dispatch, Outcome outcome, @Nullable String reason, Instant at) {
        return new DeliveryReport(dispatch, outcome, reason, at, ALICE, new Handle("Alice"), at);
    }
}
