package com.dmverify.sandbox.oauth2.authorization;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.http.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** An authorization request of an app. */
public record AuthorizationRequest(App app, String redirectUri, Set<String> scopes, String state, Pkce pkce) {

    public AuthorizationRequest {
        scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    }

    /** The redirect to the app with this result. */
    public String redirect(Parameter result) {
        return redirectUri + (redirectUri.indexOf('?') < 0 ? '?' : '&') + "state=" + encode(state) + '&' + result.name()
                + '=' + encode(result.value());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
