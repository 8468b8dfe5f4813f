package com.dmverify.sandbox.oauth2.authorization;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.consent.ConsentPage;
import com.dmverify.sandbox.http.Call;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads authorization requests. Errors are shown on a page and never sent to an address that is not registered. */
@Component
class AuthorizationRequestReader {

    private static final int LONGEST_STATE = 500;

    private final Apps apps;
    private final ConsentPage page;

    AuthorizationRequestReader(Apps apps, ConsentPage page) {
        this.apps = apps;
        this.page = page;
    }

    AuthorizationRequest read(Call call) {
        App app = apps.byClientId(required(call, "client_id"))
                .orElseThrow(() -> page.wrong("client_id: there is no such app."));
        String redirectUri = required(call, "redirect_uri");
        if (!app.isCalledBackAt(redirectUri)) {
            throw page.wrong("redirect_uri: " + redirectUri + " is not one of the app's callback addresses.");
        }
        if (!required(call, "response_type").equals("code")) {
            throw page.wrong("response_type must be code.");
        }
        String state = required(call, "state");
        if (state.length() > LONGEST_STATE) {
            throw page.wrong("state may have " + LONGEST_STATE + " characters.");
        }
        return new AuthorizationRequest(app, redirectUri, scopes(call), state, pkce(call));
    }

    private Set<String> scopes(Call call) {
        Set<String> scopes = Scopes.parse(required(call, "scope"));
        if (scopes.isEmpty() || !Scopes.areKnown(scopes)) {
            throw page.wrong("scope: there is something in " + scopes + " that X does not know.");
        }
        return scopes;
    }

    private Pkce pkce(Call call) {
        return Pkce.of(call.param("code_challenge_method").orElse(""), required(call, "code_challenge"))
                .orElseThrow(() -> page.wrong("code_challenge has 1 to 128 unreserved"
                        + " characters; code_challenge_method is S256 or plain."));
    }

    private String required(Call call, String name) {
        return call.param(name).filter(value -> !value.isEmpty()).orElseThrow(() -> page.wrong(name + " is missing."));
    }
}
