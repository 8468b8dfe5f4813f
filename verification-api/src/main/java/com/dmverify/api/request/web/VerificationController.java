package com.dmverify.api.request.web;

import com.dmverify.api.limit.RateLimitFields;
import com.dmverify.api.request.CancelVerification;
import com.dmverify.api.request.FindVerifications;
import com.dmverify.api.request.Fingerprint;
import com.dmverify.api.request.IdempotencyKey;
import com.dmverify.api.request.ListQuery;
import com.dmverify.api.request.ResendCode;
import com.dmverify.api.request.StartRequest;
import com.dmverify.api.request.StartVerification;
import com.dmverify.api.request.StartVerification.Started;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.verification.VerificationId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Starts, lists, sends again, cancels. {@link LookController} shows one. */
@RestController
@Tag(name = "Verifications")
@RequestMapping("/v1/verifications")
class VerificationController {

    private final StartVerification startVerification;
    private final FindVerifications findVerifications;
    private final ResendCode resendCode;
    private final CancelVerification cancelVerification;
    private final VerificationResources resources;
    private final Clock clock;

    VerificationController(
            StartVerification startVerification,
            FindVerifications findVerifications,
            ResendCode resendCode,
            CancelVerification cancelVerification,
            VerificationResources resources,
            Clock clock) {
        this.startVerification = startVerification;
        this.findVerifications = findVerifications;
        this.resendCode = resendCode;
        this.cancelVerification = cancelVerification;
        this.resources = resources;
        this.clock = clock;
    }

    @Operation(
            summary = "Start a verification of its own; the same request with the same Idempotency-Key is one (200)",
            parameters =
                    @Parameter(
                            name = IdempotencyHeader.NAME,
                            in = ParameterIn.HEADER,
                            schema = @Schema(type = "string")))
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<ResponseEntity<VerificationResource>> start(
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            @RequestBody StartBody body) {
        IdempotencyKey key = IdempotencyHeader.of(headers);
        StartRequest request = StartRequest.of(body.fields(), caller, clock.instant());
        return startVerification
                .start(request, caller, key == null ? null : key.forStart(caller.owner(), Fingerprint.of(request)))
                .flatMap(this::started);
    }

    @Operation(summary = "List verifications by your own reference or by target, the newest first")
    @GetMapping
    Mono<VerificationList> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String reference,
            @Parameter(description = "@handle or user id") @RequestParam(required = false) @Nullable String target,
            @Parameter(description = "next_cursor of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "1 to 100") @RequestParam(required = false) @Nullable String limit) {
        return findVerifications
                .list(ListQuery.of(caller.owner(), reference, target, cursor, limit))
                .flatMap(page -> resources
                        .ofAll(page.verifications())
                        .map(data -> new VerificationList(data, page.nextCursor())));
    }

    @Operation(
            summary = "Send the message again; the same Idempotency-Key sends it once",
            parameters =
                    @Parameter(
                            name = IdempotencyHeader.NAME,
                            in = ParameterIn.HEADER,
                            schema = @Schema(type = "string")))
    @PostMapping("/{id}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<VerificationResource> resend(
            @AuthenticationPrincipal Caller caller,
            @PathVariable VerificationId id,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        IdempotencyKey key = IdempotencyHeader.of(headers);
        return resendCode
                .resend(id, caller.owner(), key == null ? null : key.forResend(caller.owner(), id))
                .flatMap(resources::of);
    }

    @Operation(summary = "End a verification that nobody wants any more")
    @PostMapping("/{id}/cancel")
    Mono<VerificationResource> cancel(@AuthenticationPrincipal Caller caller, @PathVariable VerificationId id) {
        return cancelVerification.cancel(id, caller.owner()).flatMap(resources::of);
    }

    private Mono<ResponseEntity<VerificationResource>> started(Started started) {
        return resources
                .of(started.verification())
                .map(resource -> ResponseEntity.status(started.isNew() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                        .location(URI.create(
                                "/v1/verifications/" + started.verification().id()))
                        .headers(fields ->
                                RateLimitFields.of(started.limits().usages()).forEach(fields::set))
                        .body(resource));
    }
}
