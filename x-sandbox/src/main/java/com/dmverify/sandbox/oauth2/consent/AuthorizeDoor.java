package com.dmverify.sandbox.oauth2.consent;

import com.dmverify.sandbox.consent.ConsentPage;
import com.dmverify.sandbox.consent.Decision;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.wire.Call;
import com.dmverify.sandbox.wire.Parameter;
import com.dmverify.sandbox.wire.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code /i/oauth2/authorize}: the page, and the form behind it. The OpenAPI file names {@code /2/oauth2/authorize}. */
@Configuration(proxyBeanMethods = false)
class AuthorizeDoor {

    private final XDoor door;
    private final AuthorizationRequests requests;
    private final AuthorizationCodes codes;
    private final ConsentPage page;

    AuthorizeDoor(XDoor door, AuthorizationRequests requests, AuthorizationCodes codes, ConsentPage page) {
        this.door = door;
        this.requests = requests;
        this.codes = codes;
        this.page = page;
    }

    @Bean
    @Order(12)
    RouterFunction<ServerResponse> oauth2AuthorizeRoutes() {
        var routes = RouterFunctions.route();
        for (String path : new String[] {"/i/oauth2/authorize", "/2/oauth2/authorize"}) {
            routes.GET(path, door.open(this::ask)).POST(path, door.open(this::decide));
        }
        return routes.build();
    }

    private Reply ask(Call call) {
        AuthorizationRequest request = requests.read(call);
        return page.ask(request.app(), request.scopes());
    }

    private Reply decide(Call call) {
        AuthorizationRequest request = requests.read(call);
        Decision decision = page.decision(call);
        return Reply.redirect(request.back(
                decision.isNo()
                        ? new Parameter("error", "access_denied")
                        : new Parameter(
                                "code", codes.issue(request, decision.granter().id()))));
    }
}
