package com.dmverify.webhook.challenge;

import com.dmverify.webhook.app.Apps;
import com.dmverify.webhook.problem.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** X's challenge-response check. Source: X's page "Webhooks quickstart". */
@RestController
final class ChallengeController {

    private static final ResponseEntity<Object> REFUSAL = Problem.of(HttpStatus.BAD_REQUEST, "implausible_crc_token")
            .detail("Give one crc_token of 16 to 128 Base64 characters, as X does; nothing else is ever signed.")
            .response();

    private final Apps apps;
    private final Challenges challenges;

    ChallengeController(Apps apps, Challenges challenges) {
        this.apps = apps;
        this.challenges = challenges;
    }

    @GetMapping({"/webhooks/x", "/webhooks/x/{app}"})
    ResponseEntity<Object> answer(@PathVariable(required = false) @Nullable String app, ServerHttpRequest request) {
        return challenges
                .answer(apps.named(app), request.getURI().getRawQuery())
                .map(ChallengeController::ok)
                .orElse(REFUSAL);
    }

    private static ResponseEntity<Object> ok(String responseToken) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("response_token", responseToken));
    }
}
