package com.dmverify.sandbox.testing;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An app that runs the OAuth 2.0 authorization code flow without a browser.
 *
 * @param secret empty for a public app
 */
public record OAuth2App(Sandbox sandbox, String id, String secret, String callback) {

    public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    public static final String SCOPES = "dm.read dm.write tweet.read users.read offline.access";

    public static OAuth2App shipped(Sandbox sandbox) {
        return new OAuth2App(sandbox, "sandbox-client-id", "sandbox-client-secret", "http://127.0.0.1:5555/back");
    }

    /** The parameters of the authorization request. */
    public Map<String, String> request(String scopes) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("response_type", "code");
        request.put("client_id", id);
        request.put("redirect_uri", callback);
        request.put("scope", scopes);
        request.put("state", "a state & more");
        request.put("code_challenge", challenge());
        request.put("code_challenge_method", "S256");
        return request;
    }

    public Answer page(Map<String, String> request) {
        return Http.send(HttpRequest.newBuilder(sandbox.at("/i/oauth2/authorize?" + form(request))));
    }

    /** Submits a user's decision: {@code user=alice&decision=approve}. */
    public Answer decide(Map<String, String> request, String decision) {
        return post("/i/oauth2/authorize?" + form(request), decision, false);
    }

    /** Returns the authorization code after the user's approval. */
    public String code(String user, String scopes) {
        Answer back = decide(request(scopes), "decision=approve&user=" + user);
        return Query.of(URI.create(back.header("location"))).get("code");
    }

    public Answer exchange(String code) {
        return exchange(code, VERIFIER);
    }

    public Answer exchange(String code, String verifier) {
        return post("/2/oauth2/token", form(exchanged(code, verifier)), true);
    }

    public Map<String, String> exchanged(String code, String verifier) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", callback);
        fields.put("code_verifier", verifier);
        if (secret.isEmpty()) {
            fields.put("client_id", id);
        }
        return fields;
    }

    public Answer refresh(String token) {
        return post(
                "/2/oauth2/token",
                "grant_type=refresh_token&refresh_token=" + Signer.encode(token)
                        + (secret.isEmpty() ? "&client_id=" + id : ""),
                true);
    }

    public Answer revoke(String token) {
        return post("/2/oauth2/revoke", "token=" + Signer.encode(token), true);
    }

    /** Runs the whole flow and returns the user's tokens. */
    public Answer tokens(String user, String scopes) {
        return exchange(code(user, scopes));
    }

    public BearerClient as(Answer tokens) {
        return new BearerClient(sandbox, tokens.at("/access_token"));
    }

    public Answer post(String path, String form, boolean authenticate) {
        HttpRequest.Builder request = HttpRequest.newBuilder(sandbox.at(path))
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (authenticate && !secret.isEmpty()) {
            byte[] pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
            request.header("authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return Http.send(request);
    }

    public static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + Signer.encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
