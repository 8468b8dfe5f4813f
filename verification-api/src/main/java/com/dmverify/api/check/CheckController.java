package com.dmverify.api.check;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.codes.OneTimeCode;
import com.dmverify.text.SafeLine;
import com.dmverify.text.TypedCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The door where codes come back. */
@RestController
@Tag(name = "Verifications")
class CheckController {

    /** Ten digits with anything between them that people paste. */
    private static final int LONGEST_INPUT = 100;

    private final CheckCode checkCode;

    CheckController(CheckCode checkCode) {
        this.checkCode = checkCode;
    }

    @Operation(summary = "Check the code that the user typed: approved or incorrect")
    @PostMapping("/v1/verifications/{id}/checks")
    Mono<CheckResource> check(
            @AuthenticationPrincipal Caller caller, @PathVariable VerificationId id, @RequestBody CheckBody body) {
        return checkCode.check(id, caller.tenant(), typed(body));
    }

    private static OneTimeCode typed(CheckBody body) {
        String typed = body.code();
        if (typed == null || SafeLine.length(typed) > LONGEST_INPUT) {
            throw Problem.invalid(
                    "/code", "The code that the user typed is needed, in at most " + LONGEST_INPUT + " characters.");
        }
        return TypedCode.read(typed)
                .filter(digits ->
                        digits.length() >= OneTimeCode.FEWEST_DIGITS && digits.length() <= OneTimeCode.MOST_DIGITS)
                .map(OneTimeCode::new)
                .orElseThrow(() -> Problem.invalid(
                        "/code",
                        "A code has " + OneTimeCode.FEWEST_DIGITS + " to " + OneTimeCode.MOST_DIGITS
                                + " digits; no try was used."));
    }
}
