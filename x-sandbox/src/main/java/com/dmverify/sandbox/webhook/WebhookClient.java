package com.dmverify.sandbox.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** X's HTTP client for webhooks, which does not follow redirects. */
@Component
public class WebhookClient {

    private final HttpClient client;
    private final WebhookProperties properties;

    WebhookClient(WebhookProperties properties) {
        this.properties = properties;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.challengeTimeout())
                .build();
    }

    HttpResponse<byte[]> get(URI address, String signature) throws IOException {
        return send(
                HttpRequest.newBuilder(address)
                        .header(WebhookSignature.HEADER, signature)
                        .GET(),
                properties.challengeTimeout());
    }

    public int post(URI address, String signature, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header(WebhookSignature.HEADER, signature)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send(request, properties.deliveryTimeout()).statusCode();
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, Duration timeout) throws IOException {
        try {
            return client.send(request.timeout(timeout).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }
}
