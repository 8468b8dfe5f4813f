package com.dmverify.sandbox.oauth2.authorization;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.http.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** What an app asks a user for. */
public record AuthorizationRequest(App app, String redirectUri, Set<String> scopes, String state, Pkce pkce) {

    public AuthorizationRequest {
        scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    }

    /** Where the user goes back to, with one more thing to say. */
    public String back(Parameter said) {
        return redirectUri + (redirectUri.indexOf('?') < 0 ? '?' : '&') + "state=" + encode(state) + '&' + said.name()
                + '=' + encode(said.value());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
