package com.dmverify.webhook.crc;

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

/** Answers X's CRC checks. Source: X's page "Webhooks quickstart". */
@RestController
final class CrcController {

    private static final ResponseEntity<Object> REFUSAL = Problem.of(HttpStatus.BAD_REQUEST, "implausible_crc_token")
            .detail("Send one crc_token of 16 to 128 Base64 characters, as X does. Other values are never signed.")
            .response();

    private final Apps apps;
    private final CrcChecks crcChecks;

    CrcController(Apps apps, CrcChecks crcChecks) {
        this.apps = apps;
        this.crcChecks = crcChecks;
    }

    @GetMapping({"/webhooks/x", "/webhooks/x/{app}"})
    ResponseEntity<Object> answer(@PathVariable(required = false) @Nullable String app, ServerHttpRequest request) {
        return crcChecks
                .answer(apps.named(app), request.getURI().getRawQuery())
                .map(CrcController::ok)
                .orElse(REFUSAL);
    }

    private static ResponseEntity<Object> ok(String responseToken) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("response_token", responseToken));
    }
}
