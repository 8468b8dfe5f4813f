package com.dmverify.api.request;

import com.dmverify.api.problem.FieldError;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.request.OpenBody.ConsentBody;
import com.dmverify.api.request.OpenBody.TargetBody;
import com.dmverify.api.store.NewVerification.Consent;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.Request;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.UserId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A checked request to open a verification.
 *
 * @param consent what the platform says of the user's consent
 * @param clientIp of the user, as the platform names it; compared with a repeated request, and not kept
 */
record OpenRequest(
        Request request,
        Target target,
        @Nullable Consent consent,
        @Nullable String clientIp) {

    /**
     * What the caller sent, in our terms.
     *
     * @throws Problem if the target is no account
     */
    static OpenRequest of(OpenBody body, Caller caller) {
        return new OpenRequest(
                new Request(
                        caller.tenant(),
                        body.locale() == null ? "en" : body.locale(),
                        blankToNull(body.purpose()),
                        body.reference(),
                        body.metadata() == null ? Map.of() : body.metadata()),
                target(body.target()),
                consent(body.consent()),
                body.clientIp());
    }

    private static Target target(@Nullable TargetBody body) {
        String handle = body == null ? null : body.handle();
        String userId = body == null ? null : body.userId();
        if ((handle == null) == (userId == null)) {
            throw Problem.invalid(List.of(new FieldError(
                    "/target",
                    "Say whose account, by a handle or by a user_id and not by both: {\"handle\": \"@jack\"}.")));
        }
        return new Target(
                parsed(handle, "/target/handle", Handle::typed), parsed(userId, "/target/user_id", UserId::new));
    }

    private static <T> @Nullable T parsed(@Nullable String text, String pointer, Function<String, T> type) {
        try {
            return text == null ? null : type.apply(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(List.of(new FieldError(pointer, e.getMessage() + ".")));
        }
    }

    private static @Nullable Consent consent(@Nullable ConsentBody body) {
        if (body == null) {
            return null;
        }
        if (body.at() == null || body.textVersion() == null) {
            throw Problem.invalid(List.of(new FieldError(
                    "/consent",
                    "Say when the user agreed and to which text: {\"at\": \"…Z\", \"text_version\": \"3\"}.")));
        }
        return new Consent(body.at().toInstant().toString(), body.textVersion());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
