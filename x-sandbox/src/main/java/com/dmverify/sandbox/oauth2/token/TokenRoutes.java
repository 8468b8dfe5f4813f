package com.dmverify.sandbox.oauth2.token;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.http.Call;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.oauth2.authorization.AuthorizationCodes;
import com.dmverify.sandbox.oauth2.authorization.AuthorizationCodes.Granted;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code /2/oauth2/token} and {@code /2/oauth2/revoke}. */
@Configuration(proxyBeanMethods = false)
class TokenRoutes {

    private final ApiHandlers handlers;
    private final ClientAuthentication clients;
    private final AuthorizationCodes codes;
    private final Grants grants;

    TokenRoutes(ApiHandlers handlers, ClientAuthentication clients, AuthorizationCodes codes, Grants grants) {
        this.handlers = handlers;
        this.clients = clients;
        this.codes = codes;
        this.grants = grants;
    }

    @Bean
    @Order(11)
    RouterFunction<ServerResponse> oauth2TokenRouterFunction() {
        return RouterFunctions.route()
                .POST("/2/oauth2/token", handlers.handleUnauthenticated(this::token))
                .POST("/2/oauth2/revoke", handlers.handleUnauthenticated(this::revoke))
                .build();
    }

    private Reply token(Call call) {
        String grantType = required(call, "grant_type");
        App app = clients.app(call);
        TokenResponse tokens = switch (grantType) {
            case "authorization_code" -> exchange(call, app);
            case "refresh_token" ->
                grants.refresh(app, required(call, "refresh_token")).orElseThrow(TokenErrors::invalidToken);
            default -> throw TokenErrors.unsupported(grantType);
        };
        return Reply.json(200, tokens.body()).header("cache-control", "no-cache, no-store, max-age=0");
    }

    private TokenResponse exchange(Call call, App app) {
        String verifier = required(call, "code_verifier");
        String redirectUri = required(call, "redirect_uri");
        Granted granted = codes.take(required(call, "code"))
                .filter(found -> found.request().app().id().equals(app.id()))
                .filter(found -> found.request().redirectUri().equals(redirectUri))
                .filter(found -> found.request().pkce().isAnsweredBy(verifier))
                .orElseThrow(TokenErrors::invalidCode);
        return grants.begin(app, granted.userId(), granted.request().scopes());
    }

    /** Answers an unknown token in the same way (RFC 7009 section 2.2). */
    private Reply revoke(Call call) {
        App app = clients.app(call);
        grants.revoke(app, required(call, "token"));
        return Reply.json(200, JsonObject.of("revoked", true));
    }

    private static String required(Call call, String name) {
        return call.form().first(name).filter(value -> !value.isEmpty()).orElseThrow(() -> TokenErrors.missing(name));
    }
}
