package com.dmverify.api.request;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.request.StartFields.TargetFields;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.verification.Consent;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.Mode;
import com.dmverify.api.verification.Request;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.TestTarget;
import com.dmverify.api.verification.UserId;
import com.dmverify.text.SafeLine;
import com.dmverify.text.TypedCode;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A checked request to start a verification.
 *
 * @param clientIp of the user, if the platform names it; counted as a hash, compared with a repeated request, and not kept
 */
public record StartRequest(
        Request request, Target target, @Nullable String clientIp) {

    static final int LONGEST_REFERENCE = 128;
    static final int LONGEST_TARGET = 200;

    private static final int LONGEST_PURPOSE = 120;

    /** RFC 5646, section 4.4.1: no tag that is needed is longer. */
    private static final int LONGEST_LOCALE = 35;

    private static final String NO_IP = "An IP address like 203.0.113.7 or 2001:db8::7 is needed";
    private static final Pattern IP = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    /**
     * What the caller sent, in our terms.
     *
     * @throws Problem that names every field that cannot be used
     */
    public static StartRequest of(StartFields fields, Caller caller, Instant now) {
        FieldChecks checks = new FieldChecks();
        Mode mode = checks.parsed("/mode", fields.mode(), Mode::ofWire);
        Target target =
                mode == Mode.DM_IN && fields.target() == null ? Target.NOT_NAMED : target(fields.target(), checks);
        String locale = checks.parsed(
                "/locale", checks.text("/locale", fields.locale(), 1, LONGEST_LOCALE), MessageLocale::read);
        String purpose = purpose(fields.purpose(), checks);
        String reference = checks.text("/reference", fields.reference(), 1, LONGEST_REFERENCE);
        Map<String, String> metadata = MetadataField.read(fields.metadata(), checks);
        String clientIp = checks.parsed("/client_ip", fields.clientIp(), StartRequest::ip);
        Consent consent = ConsentField.read(fields.consent(), now, checks);
        if (caller.policy().consentRequired() && consent == null && mode != Mode.DM_IN) {
            checks.refuse(
                    "/consent",
                    "Your policy (" + caller.policy().name()
                            + ") needs the consent that you took for the message: {\"at\":"
                            + " \"…Z\", \"text_version\": \"3\"}.");
        }
        checkTest(caller.isTest(), mode, target, checks);
        checks.finish();
        return new StartRequest(
                new Request(
                        caller.tenant(),
                        mode == null ? Mode.DM_OUT : mode,
                        locale == null ? MessageLocale.DEFAULT : locale,
                        purpose,
                        reference,
                        metadata,
                        consent,
                        caller.isTest(),
                        caller.policy().terms()),
                Objects.requireNonNull(target, "a target that was not refused"),
                clientIp);
    }

    /** A test key is for the targets of tests, which no other key can use. */
    private static void checkTest(boolean isTest, @Nullable Mode mode, @Nullable Target target, FieldChecks checks) {
        boolean isTestTarget = target != null && TestTarget.of(target).isPresent();
        if (target != null && !target.isNotNamed() && isTest != isTestTarget) {
            checks.refuse(
                    "/target",
                    isTest
                            ? "A test key takes @dmv_delivered, @dmv_closed, @dmv_suspended and @dmv_slow alone."
                            : "This is a target of tests: it needs a test key (./dmverify keys new --test).");
        }
        if (isTest && mode != null && mode.hasChallenge()) {
            checks.refuse("/mode", "A test key takes dm_out alone: no account can send a challenge of a test.");
        }
    }

    /** The address in one spelling: the limits count the address, not its text. */
    private static String ip(String text) {
        if (!IP.matcher(text).matches()) {
            throw new IllegalArgumentException(NO_IP);
        }
        try {
            return InetAddress.ofLiteral(text).getHostAddress();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(NO_IP, e);
        }
    }

    private static @Nullable Target target(@Nullable TargetFields body, FieldChecks checks) {
        String handle = body == null ? null : body.handle();
        String userId = body == null ? null : body.userId();
        if ((handle == null) == (userId == null)) {
            checks.refuse(
                    "/target",
                    "Say whose account, by a handle or by a user_id and not by both: {\"handle\": \"@jack\"}.");
            return null;
        }
        Handle name = checks.parsed(
                "/target/handle", checks.text("/target/handle", handle, 0, LONGEST_TARGET), Handle::typed);
        UserId id = checks.parsed(
                "/target/user_id", checks.text("/target/user_id", userId, 0, LONGEST_TARGET), UserId::new);
        return name == null && id == null ? null : new Target(name, id);
    }

    /** The line as the person will read it; null if there is none. */
    private static @Nullable String purpose(@Nullable String text, FieldChecks checks) {
        String whole = checks.text("/purpose", text, 0, LONGEST_PURPOSE);
        if (whole == null) {
            return null;
        }
        String line = SafeLine.of(whole);
        if (SafeLine.length(line) > LONGEST_PURPOSE) {
            checks.refuse(
                    "/purpose",
                    "At most " + LONGEST_PURPOSE + " characters, also with the spaces that keep links from being made:"
                            + " leave links and tags out.");
            return null;
        }
        if (TypedCode.holdsCode(line)) {
            checks.refuse("/purpose", "Six or more digits in a row could be taken for the code: leave them out.");
            return null;
        }
        return line.isEmpty() ? null : line;
    }
}
