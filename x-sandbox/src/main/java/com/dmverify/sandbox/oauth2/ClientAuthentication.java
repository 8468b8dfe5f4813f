package com.dmverify.sandbox.oauth2;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.access.Client;
import com.dmverify.sandbox.wire.BasicCredentials;
import com.dmverify.sandbox.wire.Call;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which app is asking: a confidential one shows id and secret by Basic, a public one only names itself. */
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
                    .orElseThrow(TokenRefusal::unauthorized);
        }
        String id = call.param("client_id").orElseThrow(() -> TokenRefusal.missing("client_id"));
        App app = apps.byClientId(id).orElseThrow(TokenRefusal::noSuchClient);
        if (app.client().kind() == Client.Kind.CONFIDENTIAL) {
            throw TokenRefusal.unauthorized();
        }
        return app;
    }
}
