package com.dmverify.sandbox.oauth1;

import com.dmverify.sandbox.access.Permission;
import com.dmverify.sandbox.access.RandomTokens;
import com.dmverify.sandbox.consent.ConsentDecision;
import com.dmverify.sandbox.consent.ConsentPage;
import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.http.Call;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.oauth1.RequestToken.Approval;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * {@code /oauth/authorize} and {@code /oauth/authenticate}: the second step, with the user. {@code authenticate} gives no
 * access to Direct Messages (reported, twython PR 240).
 */
@Configuration(proxyBeanMethods = false)
class ApprovalRoutes {

    private final ApiHandlers handlers;
    private final RequestTokens tokens;
    private final PinGenerator pins;
    private final ConsentPage page;

    ApprovalRoutes(ApiHandlers handlers, RequestTokens tokens, PinGenerator pins, ConsentPage page) {
        this.handlers = handlers;
        this.tokens = tokens;
        this.pins = pins;
        this.page = page;
    }

    @Bean
    @Order(14)
    RouterFunction<ServerResponse> approvalRouterFunction() {
        Function<Call, Reply> authorize = call -> decide(call, Permission.DIRECT_MESSAGES);
        Function<Call, Reply> authenticate = call -> decide(call, Permission.READ_WRITE);
        return RouterFunctions.route()
                .GET("/oauth/authorize", handlers.handleUnauthenticated(call -> ask(call, Permission.DIRECT_MESSAGES)))
                .GET("/oauth/authenticate", handlers.handleUnauthenticated(call -> ask(call, Permission.READ_WRITE)))
                .POST("/oauth/authorize", handlers.handleUnauthenticated(authorize))
                .POST("/oauth/authenticate", handlers.handleUnauthenticated(authenticate))
                .build();
    }

    private Reply ask(Call call, Permission most) {
        RequestToken token = token(call);
        return page.ask(token.app(), List.of(least(token.most(), most).wireName()));
    }

    private Reply decide(Call call, Permission most) {
        RequestToken token = token(call);
        ConsentDecision decision = page.decision(call);
        if (decision.isDenied()) {
            tokens.remove(token.token());
            return token.isOutOfBand() ? page.denied(token.app()) : back(token, "denied=" + token.token());
        }
        String verifier = token.isOutOfBand() ? pins.next() : RandomTokens.random(24);
        long user = decision.granter().id();
        tokens.approve(token.approved(new Approval(user, least(token.most(), most), verifier)));
        return token.isOutOfBand()
                ? page.pin(token.app(), verifier)
                : back(token, "oauth_token=" + token.token() + "&oauth_verifier=" + verifier);
    }

    private RequestToken token(Call call) {
        return call.param("oauth_token")
                .flatMap(tokens::find)
                .filter(token -> token.approval() == null)
                .orElseThrow(
                        () -> page.wrong("The request token for this page is invalid. It may have already been used,"
                                + " or expired because it is too old."));
    }

    private static Permission least(Permission one, Permission other) {
        return one.includes(other) ? other : one;
    }

    private static Reply back(RequestToken token, String result) {
        return Reply.redirect(token.callback() + (token.callback().indexOf('?') < 0 ? '?' : '&') + result);
    }
}
