package com.dmverify.cli.quarantine;

import com.dmverify.cli.terminal.CommandFailedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls verification-api on its management port. Every method throws a {@link CommandFailedException} if there is no response or
 * another status than 200.
 */
final class OperatorApi {

    /** A list of all shards takes well under a second; an operator waits for it. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final String QUARANTINE = "/operator/quarantine";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final URI address;
    private final String key;

    OperatorApi(URI address, String key) {
        this.address = address;
        this.key = key;
    }

    JsonNode list() {
        return call("GET", QUARANTINE).path("data");
    }

    JsonNode show(String id) {
        return call("GET", QUARANTINE + "/" + id);
    }

    JsonNode end(String id) {
        return call("POST", QUARANTINE + "/" + id + "/end");
    }

    private JsonNode call(String method, String path) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(address.resolve(path))
                            .timeout(TIMEOUT)
                            .header("Authorization", "Bearer " + key)
                            .header("Accept", "application/json, application/problem+json")
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
            JsonNode body = MAPPER.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new CommandFailedException(problem(response.statusCode(), body));
            }
            return body;
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
