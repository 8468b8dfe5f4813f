package com.dmverify.webhook.delivery;

import com.dmverify.webhook.app.App;
import com.dmverify.webhook.app.Apps;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** X's deliveries. Source of the header: X's page "Securing webhooks". */
@RestController
final class DeliveryController {

    private static final String SIGNATURE = "x-twitter-webhooks-signature";

    private final Apps apps;
    private final DeliveryDesk desk;
    private final Answers answers;
    private final DeliveryProperties properties;
    private final Scheduler waiting;

    DeliveryController(
            Apps apps, DeliveryDesk desk, Answers answers, DeliveryProperties properties, Scheduler waiting) {
        this.apps = apps;
        this.desk = desk;
        this.answers = answers;
        this.properties = properties;
        this.waiting = waiting;
    }

    @PostMapping({"/webhooks/x", "/webhooks/x/{app}"})
    Mono<ResponseEntity<Object>> receive(
            @PathVariable(required = false) @Nullable String app,
            @RequestHeader(name = SIGNATURE, required = false) @Nullable String signature,
            ServerHttpRequest request) {
        App addressed = apps.named(app);
        return RawBody.of(request, properties.maxBodyBytes())
                .publishOn(waiting)
                .map(body -> desk.receive(addressed, body, signature))
                .onErrorResume(
                        DataBufferLimitException.class,
                        tooLarge -> Mono.fromSupplier(() -> desk.refuseOversized(addressed)))
                .map(answers::to);
    }
}
