package com.dmverify.api.verdict;

import com.dmverify.api.problem.FieldError;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.codes.OneTimeCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
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

    private final CheckCode checkCode;

    CheckController(CheckCode checkCode) {
        this.checkCode = checkCode;
    }

    @Operation(summary = "Check the code that the user typed: approved or incorrect")
    @PostMapping("/v1/verifications/{id}/checks")
    Mono<CheckResource> check(
            @AuthenticationPrincipal Caller caller,
            @PathVariable VerificationId id,
            @Valid @RequestBody CheckBody body) {
        return checkCode.check(id, caller.tenant(), typed(body));
    }

    private static OneTimeCode typed(CheckBody body) {
        try {
            return OneTimeCode.typed(String.valueOf(body.code()));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(List.of(new FieldError("/code", e.getMessage() + ".")));
        }
    }
}
