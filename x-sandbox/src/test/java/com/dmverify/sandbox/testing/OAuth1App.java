package com.dmverify.sandbox.testing;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;

/** An app that runs the three-legged flow of OAuth 1.0a without a browser. */
public record OAuth1App(Sandbox sandbox, Signer signer) {

    public static OAuth1App shipped(Sandbox sandbox) {
        return new OAuth1App(sandbox, Signer.brand().withToken("", ""));
    }

    public Answer requestToken(String callback) {
        return requestToken(callback, "");
    }

    public Answer requestToken(String callback, String form) {
        return post("/oauth/request_token", form, signer, Map.of("oauth_callback", callback));
    }

    /** Submits a user's decision on the authorization page; {@code decision} is its form. */
    public Answer decide(String page, String requestToken, String decision) {
        return Http.send(HttpRequest.newBuilder(sandbox.at(page + "?oauth_token=" + requestToken))
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(decision)));
    }

    public Answer accessToken(Map<String, String> request, String verifier) {
        Signer withToken = signer.withToken(request.get("oauth_token"), request.get("oauth_token_secret"));
        return post("/oauth/access_token", "oauth_verifier=" + Signer.encode(verifier), withToken, Map.of());
    }

    /** Runs all three steps and returns the access token with its user. */
    public Map<String, String> walk(String page, String user) {
        Map<String, String> request =
                Query.of(requestToken("http://localhost:7777/back").text());
        Answer back = decide(page, request.get("oauth_token"), "decision=approve&user=" + user);
        String verifier = Query.of(URI.create(back.header("location"))).get("oauth_verifier");
        return Query.of(accessToken(request, verifier).text());
    }

    private Answer post(String path, String form, Signer with, Map<String, String> more) {
        URI uri = sandbox.at(path);
        return Http.send(HttpRequest.newBuilder(uri)
                .header("authorization", with.header("POST", uri, form, more))
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }
}
