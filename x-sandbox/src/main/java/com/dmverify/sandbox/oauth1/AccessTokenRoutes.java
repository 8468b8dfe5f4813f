package com.dmverify.sandbox.oauth1;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.RandomTokens;
import com.dmverify.sandbox.access.UserToken;
import com.dmverify.sandbox.access.UserTokens;
import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.Call;
import com.dmverify.sandbox.http.Form;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.oauth1.RequestToken.Approval;
import com.dmverify.sandbox.person.People;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.signature.OAuthHeader;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code POST /oauth/access_token}: the third step. The user id is the part of the token before the dash. */
@Configuration(proxyBeanMethods = false)
class AccessTokenRoutes {

    private final ApiHandlers handlers;
    private final AppSignatureCheck check;
    private final RequestTokens requests;
    private final UserTokens tokens;
    private final People people;

    AccessTokenRoutes(
            ApiHandlers handlers, AppSignatureCheck check, RequestTokens requests, UserTokens tokens, People people) {
        this.handlers = handlers;
        this.check = check;
        this.requests = requests;
        this.tokens = tokens;
        this.people = people;
    }

    @Bean
    @Order(15)
    RouterFunction<ServerResponse> accessTokenRouterFunction() {
        return RouterFunctions.route()
                .POST("/oauth/access_token", handlers.handleUnauthenticated(this::exchange))
                .build();
    }

    private Reply exchange(Call call) {
        OAuthHeader header = check.header(call);
        App app = check.app(header);
        RequestToken request = requests.find(header.get("oauth_token"))
                .filter(found -> found.app().id().equals(app.id()))
                .orElseThrow(AppSignatureCheck::unknown);
        check.verify(call, header, app, request.secret());
        String verifier = header.parameters()
                .first("oauth_verifier")
                .or(() -> call.param("oauth_verifier"))
                .orElse("");
        Approval approval = request.approval();
        if (approval == null || !approval.verifier().equals(verifier) || !requests.remove(request.token())) {
            throw wrongVerifier();
        }
        return reply(app, approval);
    }

    /** Returns the existing token if the user granted the same before: X issues no second one. */
    private Reply reply(App app, Approval approval) {
        Person user = people.byId(approval.userId()).orElseThrow(AppSignatureCheck::unknown);
        UserToken token = tokens.of(user.id(), app, approval.permission()).orElseGet(() -> {
            UserToken made = new UserToken(
                    user.id() + "-" + RandomTokens.random(30),
                    RandomTokens.random(33),
                    user.id(),
                    app,
                    approval.permission(),
                    false);
            tokens.add(made);
            return made;
        });
        return Form.reply(JsonObject.of("oauth_token", token.token())
                .with("oauth_token_secret", token.secret())
                .with("user_id", user.idText())
                .with("screen_name", user.handle()));
    }

    /** The text that client libraries document. */
    private static ApiException wrongVerifier() {
        return ApiException.with(Reply.text(
                401,
                "text/html;charset=utf-8",
                "Error processing your OAuth request: Invalid oauth_verifier parameter"
                        .getBytes(StandardCharsets.UTF_8)));
    }
}
