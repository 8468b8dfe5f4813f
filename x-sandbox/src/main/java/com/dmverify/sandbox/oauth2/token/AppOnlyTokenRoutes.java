package com.dmverify.sandbox.oauth2.token;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.access.BearerToken;
import com.dmverify.sandbox.access.BearerTokens;
import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.BasicCredentials;
import com.dmverify.sandbox.http.Call;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code /oauth2/token} and {@code /oauth2/invalidate_token}: the app-only bearer token. */
@Configuration(proxyBeanMethods = false)
class AppOnlyTokenRoutes {

    private final ApiHandlers handlers;
    private final Apps apps;
    private final BearerTokens tokens;

    AppOnlyTokenRoutes(ApiHandlers handlers, Apps apps, BearerTokens tokens) {
        this.handlers = handlers;
        this.apps = apps;
        this.tokens = tokens;
    }

    @Bean
    @Order(10)
    RouterFunction<ServerResponse> appOnlyRouterFunction() {
        return RouterFunctions.route()
                .POST("/oauth2/token", handlers.handleUnauthenticated(this::token))
                .POST("/oauth2/invalidate_token", handlers.handleUnauthenticated(this::invalidate))
                .build();
    }

    private Reply token(Call call) {
        App app = app(call);
        if (!call.param("grant_type").orElse("").equals("client_credentials")) {
            throw unable();
        }
        return Reply.json(
                200,
                JsonObject.of("token_type", "bearer")
                        .with("access_token", tokens.ofApp(app).token()));
    }

    private Reply invalidate(Call call) {
        App app = app(call);
        Optional<BearerToken> token = call.param("access_token")
                .flatMap(tokens::find)
                .filter(found -> found.app().id().equals(app.id()));
        String text = token.orElseThrow(AppOnlyTokenRoutes::unable).token();
        tokens.remove(text);
        return Reply.json(200, JsonObject.of("access_token", text));
    }

    private App app(Call call) {
        return BasicCredentials.of(call)
                .flatMap(basic -> apps.byConsumerKey(basic.name())
                        .filter(app -> app.consumerSecret().equals(basic.secret())))
                .orElseThrow(AppOnlyTokenRoutes::unable);
    }

    private static ApiException unable() {
        return ApiException.with(
                403,
                JsonObject.of(
                        "errors",
                        List.of(JsonObject.of("code", 99)
                                .with("label", "authenticity_token_error")
                                .with("message", "Unable to verify your credentials"))));
    }
}
