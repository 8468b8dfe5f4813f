package com.dmverify.sandbox.v1;

import com.dmverify.sandbox.access.UserTokens;
import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.signature.OAuthHeader;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code oauth/invalidate_token}: the token that signed the call is worth nothing from then on. */
@Configuration(proxyBeanMethods = false)
class V1Tokens {

    private final XDoor door;
    private final UserTokens tokens;

    V1Tokens(XDoor door, UserTokens tokens) {
        this.door = door;
        this.tokens = tokens;
    }

    @Bean
    @Order(7)
    RouterFunction<ServerResponse> v1TokenRoutes() {
        return RouterFunctions.route()
                .POST("/1.1/oauth/invalidate_token.json", door.to(Endpoint.V1_TOKEN, this::invalidate))
                .POST("/1.1/oauth/invalidate_token", door.to(Endpoint.V1_TOKEN, this::invalidate))
                .build();
    }

    private Reply invalidate(Attempt attempt) {
        String token = attempt.call()
                .header("authorization")
                .flatMap(OAuthHeader::parse)
                .map(header -> header.get("oauth_token"))
                .orElseThrow(() -> Refused.because(Refusal.PARAMETER_MISSING, "oauth_token"));
        tokens.revoke(token);
        return Reply.json(200, Fields.of("access_token", token));
    }
}
