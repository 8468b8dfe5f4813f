package com.dmverify.sandbox.webhook;

import com.dmverify.sandbox.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import javax.net.ssl.SSLException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The challenge-response check: a GET with a random token, to be answered with the token's signature. The token is plain base64
 * with escaped {@code + / =}, and the GET has a signature of the raw query.
 */
@Component
class CrcChallenge {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final WebhookClient client;

    CrcChallenge(WebhookClient client) {
        this.client = client;
    }

    Outcome ask(URI url, String consumerSecret) {
        String token = random(32);
        String query = "crc_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&nonce="
                + URLEncoder.encode(random(16), StandardCharsets.UTF_8);
        URI address = URI.create(url + (url.getRawQuery() == null ? "?" : "&") + query);
        try {
            return evaluate(
                    client.get(address, WebhookSignature.of(consumerSecret, query)),
                    WebhookSignature.of(consumerSecret, token));
        } catch (HttpTimeoutException late) {
            return Outcome.LATE;
        } catch (SSLException untrusted) {
            return Outcome.UNTRUSTED;
        } catch (IOException | IllegalArgumentException unreachable) {
            return Outcome.UNREACHABLE;
        }
    }

    private static Outcome evaluate(HttpResponse<byte[]> answer, String expected) {
        int status = answer.statusCode();
        if (status >= 300 && status < 400) {
            return Outcome.REDIRECTED;
        }
        if (status < 200 || status >= 300) {
            return Outcome.NOT_200;
        }
        return Json.read(answer.body())
                        .map(body -> body.path("response_token"))
                        .filter(JsonNode::isString)
                        .filter(token -> token.stringValue().equals(expected))
                        .isPresent()
                ? Outcome.CORRECT
                : Outcome.WRONG;
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    /** The outcome of a challenge, with X's text for code 214. */
    enum Outcome {
        CORRECT(""),
        WRONG("Invalid CRC token or json response format."),
        REDIRECTED("Non-200 response code during CRC GET request (i.e. 404, 500, etc)."),
        NOT_200("Non-200 response code during CRC GET request (i.e. 404, 500, etc)."),
        LATE("High latency on CRC GET request. Your webhook should respond in less than 3 seconds."),
        UNTRUSTED("Unable to connect during CRC GET request."),
        UNREACHABLE("Unable to connect during CRC GET request.");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        /** Whether the outcome makes a webhook invalid at once. */
        boolean isFinal() {
            return this == WRONG || this == REDIRECTED || this == UNTRUSTED;
        }
    }
}
