package com.dmverify.cli.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON client over HTTP. Connection errors and time-outs are thrown as {@code UncheckedIOException}. */
public final class Http {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI base;
    private final @Nullable String apiKey;

    /** A client of the service on this local port, with an API key if one is given. */
    public Http(int port, @Nullable String apiKey) {
        this(URI.create("http://127.0.0.1:" + port), apiKey);
    }

    /** A client of the service at this address, with an API key if one is given. */
    public Http(URI base, @Nullable String apiKey) {
        this.base = base;
        this.apiKey = apiKey;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Posts a body, with further headers as name and value in turn. */
    public Answer post(String path, String json, String... headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        return send((headers.length == 0 ? request : request.headers(headers))
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
        return apiKey == null ? request : request.header("Authorization", "Bearer " + apiKey);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String body = response.body();
            return new Answer(response.statusCode(), JSON.readTree(body.isEmpty() ? "null" : body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param body the JSON body; the null node if there was none
     */
    public record Answer(int status, JsonNode body) {

        /** The text at a JSON pointer; empty if there is none. */
        public String text(String pointer) {
            return body.at(pointer).asString();
        }
    }
}
