package com.dmverify.sandbox.testing;

import java.net.http.HttpRequest;

/** A client of the X API that sends a bearer token. */
public record BearerClient(Sandbox sandbox, String token) {

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    public Answer dm(String recipient, String text) {
        return post("/2/dm_conversations/with/" + recipient + "/messages", "{\"text\":\"" + text + "\"}");
    }

    private Answer send(String method, String path, String json) {
        return Http.send(HttpRequest.newBuilder(sandbox.at(path))
                .header("authorization", "Bearer " + token)
                .header("content-type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }
}
