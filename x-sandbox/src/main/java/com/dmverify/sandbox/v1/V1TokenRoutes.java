package com.dmverify.sandbox.v1;

import com.dmverify.sandbox.access.UserTokens;
import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.signature.OAuthHeader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code oauth/invalidate_token}: revokes the token that signed the call. */
@Configuration(proxyBeanMethods = false)
class V1TokenRoutes {

    private final ApiHandlers handlers;
    private final UserTokens tokens;

    V1TokenRoutes(ApiHandlers handlers, UserTokens tokens) {
        this.handlers = handlers;
        this.tokens = tokens;
    }

    @Bean
    @Order(7)
    RouterFunction<ServerResponse> v1TokenRouterFunction() {
        return RouterFunctions.route()
                .POST("/1.1/oauth/invalidate_token.json", handlers.handle(Endpoint.V1_TOKEN, this::invalidate))
                .POST("/1.1/oauth/invalidate_token", handlers.handle(Endpoint.V1_TOKEN, this::invalidate))
                .build();
    }

    private Reply invalidate(ApiRequest request) {
        String token = request.call()
                .header("authorization")
                .flatMap(OAuthHeader::parse)
                .map(header -> header.get("oauth_token"))
                .orElseThrow(() -> ApiException.of(ApiError.PARAMETER_MISSING, "oauth_token"));
        tokens.revoke(token);
        return Reply.json(200, JsonObject.of("access_token", token));
    }
}
