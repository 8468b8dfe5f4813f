package com.dmverify.cli.api;

import com.dmverify.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls verification-api on its management port. Every method throws a {@link CommandFailedException} if there is no response or
 * another status than 200.
 */
public final class OperatorApi {

    /** A list of all shards takes well under a second; an operator waits for it. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final URI address;
    private final String key;

    OperatorApi(URI address, String key) {
        this.address = address;
        this.key = key;
    }

    /** The body of the answer to {@code GET}. */
    public JsonNode get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    /** The body of the answer to {@code POST} without a body. */
    public JsonNode post(String path) {
        return call("POST", path, BodyPublishers.noBody());
    }

    /** The body of the answer to {@code POST} of these fields. */
    public JsonNode post(String path, Map<String, String> fields) {
        return call("POST", path, BodyPublishers.ofString(MAPPER.writeValueAsString(fields)));
    }

    private JsonNode call(String method, String path, BodyPublisher body) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(address.resolve(path))
                            .timeout(TIMEOUT)
                            .header("Authorization", "Bearer " + key)
                            .header("Accept", "application/json, application/problem+json")
                            .header("Content-Type", "application/json")
                            .method(method, body)
                            .build(),
                    BodyHandlers.ofString());
            JsonNode answer = MAPPER.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new CommandFailedException(problem(response.statusCode(), answer));
            }
            return answer;
        } catch (IOException e) {
            throw new CommandFailedException(
                    "verification-api at " + address + " does not respond: check --api and that its management port is"
                            + " reachable.",
                    e);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new CommandFailedException(
                    "The response of " + address + " is not that of verification-api: check --api.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("The call of verification-api was interrupted; repeat the command.", e);
        }
    }

    private String problem(int status, JsonNode body) {
        return "verification-api at " + address + " responds " + status + ": "
                + body.path("detail").asString(body.path("title").asString("no detail"));
    }
}
