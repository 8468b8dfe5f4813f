package com.dmverify.sandbox.testing;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;

/** A client of X's API that signs every call. */
public record XClient(Sandbox sandbox, Signer signer) {

    public static final String ALICE = "2000000000000000001";
    public static final String BOB = "2000000000000000002";
    public static final String CAROL = "2000000000000000003";
    public static final String MALLORY = "2000000000000000004";
    public static final String BRAND = "1000000000000000001";

    public Answer get(String path) {
        return send("GET", path, "", "");
    }

    public Answer delete(String path) {
        return send("DELETE", path, "", "");
    }

    public Answer post(String path, String json) {
        return send("POST", path, json, "");
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json, "");
    }

    public Answer postForm(String path, String form) {
        return send("POST", path, "", form);
    }

    /** A multipart body, which is never part of the signature. */
    public Answer postMultipart(String path, byte[] body) {
        URI uri = sandbox.at(path);
        return Http.send(HttpRequest.newBuilder(uri)
                .header("authorization", signer.header("POST", uri, "", Map.of()))
                .header("content-type", MultipartBody.TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Sends a DM by API v2. */
    public Answer dm(String recipient, String text) {
        return post("/2/dm_conversations/with/" + recipient + "/messages", "{\"text\":\"" + text + "\"}");
    }

    /** Sends a DM by API v1.1. */
    public Answer v1Dm(String recipient, String text) {
        return post(
                "/1.1/direct_messages/events/new.json",
                "{\"event\":{\"type\":\"message_create\",\"message_create\":{\"target\":{\"recipient_id\":\""
                        + recipient + "\"},\"message_data\":{\"text\":\"" + text + "\"}}}}");
    }

    private Answer send(String method, String path, String json, String form) {
        URI uri = sandbox.at(path);
        String body = json + form;
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("authorization", signer.header(method, uri, form, Map.of()))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("content-type", form.isEmpty() ? "application/json" : "application/x-www-form-urlencoded");
        }
        return Http.send(request);
    }
}
