package com.dmverify.sandbox.oauth2.token;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.access.OAuth2Client;
import com.dmverify.sandbox.http.BasicCredentials;
import com.dmverify.sandbox.http.Call;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Identifies the client: a confidential one by Basic credentials, a public one by its id. */
@Component
class ClientAuthentication {

    private final Apps apps;

    ClientAuthentication(Apps apps) {
        this.apps = apps;
    }

    App app(Call call) {
        Optional<BasicCredentials> basic = BasicCredentials.of(call);
        if (basic.isPresent()) {
            return apps.byClientId(basic.get().name())
                    .filter(app -> app.client().secret().equals(basic.get().secret()))
                    .orElseThrow(TokenErrors::unauthorized);
        }
        String id = call.param("client_id").orElseThrow(() -> TokenErrors.missing("client_id"));
        App app = apps.byClientId(id).orElseThrow(TokenErrors::noSuchClient);
        if (app.client().kind() == OAuth2Client.Kind.CONFIDENTIAL) {
            throw TokenErrors.unauthorized();
        }
        return app;
    }
}
