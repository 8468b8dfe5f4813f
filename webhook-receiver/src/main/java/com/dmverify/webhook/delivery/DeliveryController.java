package com.dmverify.webhook.delivery;

import com.dmverify.webhook.app.Apps;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Receives X's deliveries. Source of the header: X's page "Securing webhooks". */
@RestController
final class DeliveryController {

    private static final String SIGNATURE = "x-twitter-webhooks-signature";

    private final Apps apps;
    private final DeliveryReceiver receiver;
    private final DeliveryResponses responses;

    DeliveryController(Apps apps, DeliveryReceiver receiver, DeliveryResponses responses) {
        this.apps = apps;
        this.receiver = receiver;
        this.responses = responses;
    }

    @PostMapping({"/webhooks/x", "/webhooks/x/{app}"})
    Mono<ResponseEntity<Object>> receive(
            @PathVariable(required = false) @Nullable String app,
            @RequestHeader(name = SIGNATURE, required = false) @Nullable String signature,
            ServerHttpRequest request) {
        return receiver.receive(apps.named(app), signature, request).map(responses::to);
    }
}
