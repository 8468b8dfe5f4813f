package com.dmverify.api.check;

import com.dmverify.api.problem.Endings;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.ProblemType;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.verification.CheckResult;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.codes.OneTimeCode;
import com.dmverify.text.SafeLine;
import com.dmverify.text.TypedCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes codes that users typed. */
@RestController
@Tag(name = "Verifications")
class CheckController {

    /** Ten digits with anything between them that people paste. */
    private static final int LONGEST_INPUT = 100;

    private static final Duration REPORT_UNDER_WAY = Duration.ofSeconds(2);

    private final CheckCode checkCode;

    CheckController(CheckCode checkCode) {
        this.checkCode = checkCode;
    }

    @Operation(summary = "Check the code that the user typed: approved or incorrect")
    @PostMapping("/v1/verifications/{id}/checks")
    Mono<CheckResource> check(
            @AuthenticationPrincipal Caller caller, @PathVariable VerificationId id, @RequestBody CheckBody body) {
        return checkCode.check(id, caller.owner(), typed(body)).map(CheckController::answer);
    }

    private static CheckResource answer(CheckResult result) {
        return switch (result) {
            case CheckResult.Approved(Verification verification) -> CheckResource.approved(verification);
            case CheckResult.Incorrect(Verification verification) -> CheckResource.incorrect(verification);
            case CheckResult.WrongMode _ ->
                throw Problem.of(
                        ProblemType.WRONG_MODE,
                        "This verification has no code: the person sends its challenge. See challenge.");
            case CheckResult.CodeOver _ ->
                throw Problem.of(
                        ProblemType.EXPIRED, "The code's life is over. Ask for another message, or use the challenge.");
            case CheckResult.CodeReplaced _ ->
                throw Problem.of(
                        ProblemType.NOT_SENT_YET,
                        "This code was revoked by the operator; a new one is on its way. No try was used.",
                        REPORT_UNDER_WAY);
            case CheckResult.Ended(Verification verification) -> throw Endings.of(verification);
            case CheckResult.NotSentYet _ ->
                throw Problem.of(
                        ProblemType.NOT_SENT_YET,
                        "No code was sent yet, so none can be right; no try was used. delivery says what it waits for.",
                        REPORT_UNDER_WAY);
        };
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
