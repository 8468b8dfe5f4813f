package com.dmverify.api.request;

import com.dmverify.api.store.Transition;
import com.dmverify.api.store.Verdict;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.verification.VerificationId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The door for platforms: start, look, send again, cancel. */
@RestController
@Tag(name = "Verifications")
@RequestMapping("/v1/verifications")
class VerificationController {

    private final OpenVerification openVerification;
    private final FindVerifications findVerifications;
    private final ResendCode resendCode;
    private final CancelVerification cancelVerification;
    private final Answers answers;

    VerificationController(
            OpenVerification openVerification,
            FindVerifications findVerifications,
            ResendCode resendCode,
            CancelVerification cancelVerification,
            Answers answers) {
        this.openVerification = openVerification;
        this.findVerifications = findVerifications;
        this.resendCode = resendCode;
        this.cancelVerification = cancelVerification;
        this.answers = answers;
    }

    @Operation(summary = "Start a verification, or find the one that runs for the same target and purpose (200)")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ResponseEntity<VerificationResource>> open(
            @AuthenticationPrincipal Caller caller, @Valid @RequestBody OpenBody body) {
        return openVerification.open(OpenRequest.of(body, caller), caller).flatMap(this::opened);
    }

    @Operation(summary = "Look at a verification; ended ones are kept for a day")
    @GetMapping("/{id}")
    Mono<VerificationResource> find(@AuthenticationPrincipal Caller caller, @PathVariable VerificationId id) {
        return findVerifications.withId(id, caller.tenant()).flatMap(answers::of);
    }

    @Operation(summary = "Find verifications by your own reference, the newest first")
    @GetMapping
    Mono<List<VerificationResource>> list(
            @AuthenticationPrincipal Caller caller, @RequestParam("reference") String reference) {
        return findVerifications.withReference(reference, caller.tenant()).flatMap(answers::ofAll);
    }

    @Operation(summary = "Send the message again")
    @PostMapping("/{id}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<VerificationResource> resend(@AuthenticationPrincipal Caller caller, @PathVariable VerificationId id) {
        return resendCode.resend(id, caller.tenant()).flatMap(answers::of);
    }

    @Operation(summary = "End a verification that nobody wants any more")
    @PostMapping("/{id}/cancel")
    Mono<VerificationResource> cancel(@AuthenticationPrincipal Caller caller, @PathVariable VerificationId id) {
        return cancelVerification.cancel(id, caller.tenant()).flatMap(answers::of);
    }

    private Mono<ResponseEntity<VerificationResource>> opened(Transition transition) {
        HttpStatus status = transition.verdict() == Verdict.EXISTS ? HttpStatus.OK : HttpStatus.ACCEPTED;
        URI location = URI.create("/v1/verifications/" + transition.state().id());
        return answers.of(transition.state())
                .map(resource ->
                        ResponseEntity.status(status).location(location).body(resource));
    }
}
