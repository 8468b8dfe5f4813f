package com.dmverify.sandbox.oauth;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.access.BearerToken;
import com.dmverify.sandbox.access.BearerTokens;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.wire.BasicCredentials;
import com.dmverify.sandbox.wire.Call;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code /oauth2/token} and {@code /oauth2/invalidate_token}: the bearer token of an app alone. */
@Configuration(proxyBeanMethods = false)
class AppOnlyDoors {

    private final XDoor door;
    private final Apps apps;
    private final BearerTokens tokens;

    AppOnlyDoors(XDoor door, Apps apps, BearerTokens tokens) {
        this.door = door;
        this.apps = apps;
        this.tokens = tokens;
    }

    @Bean
    @Order(10)
    RouterFunction<ServerResponse> appOnlyRoutes() {
        return RouterFunctions.route()
                .POST("/oauth2/token", door.open(this::token))
                .POST("/oauth2/invalidate_token", door.open(this::invalidate))
                .build();
    }

    private Reply token(Call call) {
        App app = app(call);
        if (!call.param("grant_type").orElse("").equals("client_credentials")) {
            throw unable();
        }
        return Reply.json(
                200,
                Fields.of("token_type", "bearer")
                        .with("access_token", tokens.ofApp(app).token()));
    }

    private Reply invalidate(Call call) {
        App app = app(call);
        Optional<BearerToken> token = call.param("access_token")
                .flatMap(tokens::find)
                .filter(found -> found.app().id().equals(app.id()));
        String text = token.orElseThrow(AppOnlyDoors::unable).token();
        tokens.remove(text);
        return Reply.json(200, Fields.of("access_token", text));
    }

    private App app(Call call) {
        return BasicCredentials.of(call)
                .flatMap(basic -> apps.byConsumerKey(basic.name())
                        .filter(app -> app.consumerSecret().equals(basic.secret())))
                .orElseThrow(AppOnlyDoors::unable);
    }

    private static Refused unable() {
        return Refused.with(
                403,
                Fields.of(
                        "errors",
                        List.of(Fields.of("code", 99)
                                .with("label", "authenticity_token_error")
                                .with("message", "Unable to verify your credentials"))));
    }
}
