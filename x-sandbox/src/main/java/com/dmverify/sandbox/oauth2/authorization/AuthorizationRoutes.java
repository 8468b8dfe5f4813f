package com.dmverify.sandbox.oauth2.authorization;

import com.dmverify.sandbox.consent.ConsentDecision;
import com.dmverify.sandbox.consent.ConsentPage;
import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.http.Call;
import com.dmverify.sandbox.http.Parameter;
import com.dmverify.sandbox.http.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code /i/oauth2/authorize}: the page, and the form behind it. The OpenAPI file names {@code /2/oauth2/authorize}. */
@Configuration(proxyBeanMethods = false)
class AuthorizationRoutes {

    private final ApiHandlers handlers;
    private final AuthorizationRequestReader requests;
    private final AuthorizationCodes codes;
    private final ConsentPage page;

    AuthorizationRoutes(
            ApiHandlers handlers, AuthorizationRequestReader requests, AuthorizationCodes codes, ConsentPage page) {
        this.handlers = handlers;
        this.requests = requests;
        this.codes = codes;
        this.page = page;
    }

    @Bean
    @Order(12)
    RouterFunction<ServerResponse> oauth2AuthorizeRouterFunction() {
        var routes = RouterFunctions.route();
        for (String path : new String[] {"/i/oauth2/authorize", "/2/oauth2/authorize"}) {
            routes.GET(path, handlers.handleUnauthenticated(this::ask))
                    .POST(path, handlers.handleUnauthenticated(this::decide));
        }
        return routes.build();
    }

    private Reply ask(Call call) {
        AuthorizationRequest request = requests.read(call);
        return page.ask(request.app(), request.scopes());
    }

    private Reply decide(Call call) {
        AuthorizationRequest request = requests.read(call);
        ConsentDecision decision = page.decision(call);
        return Reply.redirect(request.redirect(
                decision.isDenied()
                        ? new Parameter("error", "access_denied")
                        : new Parameter(
                                "code", codes.issue(request, decision.granter().id()))));
    }
}
