package com.dmverify.api.request.web;

import com.dmverify.api.live.FollowVerification;
import com.dmverify.api.live.LiveSignal;
import com.dmverify.api.request.FindVerifications;
import com.dmverify.api.request.web.VerificationResources.Versioned;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.verification.VerificationId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows a verification: as it is, at its next change, at every change. */
@RestController
@RequestMapping("/v1/verifications/{id}")
class LookController {

    /** How long a browser waits before it connects again: long enough for another replica to take over. */
    private static final Duration RECONNECT = Duration.ofSeconds(2);

    /** For nginx, which otherwise keeps events back until its buffer is full. */
    private static final String NO_BUFFER = "X-Accel-Buffering";

    private final FindVerifications findVerifications;
    private final FollowVerification followVerification;
    private final VerificationResources resources;

    LookController(
            FindVerifications findVerifications,
            FollowVerification followVerification,
            VerificationResources resources) {
        this.findVerifications = findVerifications;
        this.followVerification = followVerification;
        this.resources = resources;
    }

    @GetMapping
    Mono<ResponseEntity<VerificationResource>> find(
            @AuthenticationPrincipal Caller caller,
            @PathVariable VerificationId id,
            @RequestParam(required = false) @Nullable String wait,
            @RequestHeader HttpHeaders headers) {
        Duration longest = WaitParameter.of(wait);
        Mono<Versioned> answer = longest == null
                ? resources.of(findVerifications.withId(id, caller.owner()), id, caller.account())
                : followVerification
                        .next(id, caller, StateVersion.ifNoneMatch(headers), longest)
                        .flatMap(resources::of);
        return answer.map(state ->
                ResponseEntity.ok().eTag(StateVersion.tag(state.version())).body(state.resource()));
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<VerificationResource>>>> events(
            @AuthenticationPrincipal Caller caller,
            @PathVariable VerificationId id,
            @RequestHeader HttpHeaders headers) {
        return followVerification
                .events(id, caller, StateVersion.lastEventId(headers))
                .map(signals -> ResponseEntity.ok().header(NO_BUFFER, "no").body(signals.concatMap(this::event, 1)))
                .defaultIfEmpty(ResponseEntity.noContent().build());
    }

    @GetMapping("/timeline")
    Mono<TimelineResource> timeline(@AuthenticationPrincipal Caller caller, @PathVariable VerificationId id) {
        return findVerifications
                .withId(id, caller.owner())
                .map(found -> TimelineResource.of(
                        found.timeline().entries(found.verification().createdAt())));
    }

    private Mono<ServerSentEvent<VerificationResource>> event(LiveSignal signal) {
        return switch (signal) {
            case LiveSignal.HeartBeat _ ->
                Mono.just(ServerSentEvent.<VerificationResource>builder()
                        .comment("heart-beat")
                        .build());
            case LiveSignal.State(var state) ->
                resources
                        .of(state)
                        .map(shown -> ServerSentEvent.builder(shown.resource())
                                .id(String.valueOf(shown.version()))
                                .retry(RECONNECT)
                                .build());
        };
    }
}
