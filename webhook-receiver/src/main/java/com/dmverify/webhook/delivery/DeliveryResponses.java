package com.dmverify.webhook.delivery;

import com.dmverify.webhook.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Maps the outcome of a delivery to a response. X repeats a delivery unless the response is 200. */
final class DeliveryResponses {

    private final DeliveryProperties properties;

    DeliveryResponses(DeliveryProperties properties) {
        this.properties = properties;
    }

    ResponseEntity<Object> to(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded _, Outcome.Known _ -> ResponseEntity.ok().build();
            case Outcome.Forged(boolean signed) -> signed ? wrongSignature() : missingSignature();
            case Outcome.Malformed _ ->
                Problem.of(HttpStatus.BAD_REQUEST, "malformed_delivery")
                        .detail("The body is not a JSON object as X delivers it.")
                        .response();
            case Outcome.TooLarge _ ->
                Problem.of(HttpStatus.CONTENT_TOO_LARGE, "delivery_too_large")
                        .detail("The body may have " + properties.maxBodySize().toBytes()
                                + " bytes, and what is kept of it must fit into a record of Kafka.")
                        .response();
            case Outcome.Busy _ ->
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "too_many_deliveries")
                        .detail("Too many deliveries are being received; send it again.")
                        .retryAfter(properties.retryAfter())
                        .response();
            case Outcome.TooSlow _ ->
                Problem.of(HttpStatus.REQUEST_TIMEOUT, "delivery_too_slow")
                        .detail("The body must be complete within "
                                + properties.bodyTimeout().toMillis() + " ms; send it again.")
                        .response();
            case Outcome.Incomplete _ ->
                Problem.of(HttpStatus.BAD_REQUEST, "delivery_incomplete")
                        .detail("The body ended before its length; send it again.")
                        .response();
            case Outcome.Failed _ ->
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "not_recorded")
                        .detail("Kafka did not acknowledge the delivery in time; send it again.")
                        .retryAfter(properties.retryAfter())
                        .response();
        };
    }

    private static ResponseEntity<Object> wrongSignature() {
        return Problem.of(HttpStatus.FORBIDDEN, "wrong_signature")
                .detail("x-twitter-webhooks-signature does not fit the body and this app's consumer secret.")
                .response();
    }

    private static ResponseEntity<Object> missingSignature() {
        return Problem.of(HttpStatus.FORBIDDEN, "missing_signature")
                .detail("Sign the body in x-twitter-webhooks-signature, as X does.")
                .response();
    }
}
