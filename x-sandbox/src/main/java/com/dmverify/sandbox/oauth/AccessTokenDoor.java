package com.dmverify.sandbox.oauth;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Secrets;
import com.dmverify.sandbox.access.UserToken;
import com.dmverify.sandbox.access.UserTokens;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.oauth.RequestToken.Approval;
import com.dmverify.sandbox.people.People;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.signature.OAuthHeader;
import com.dmverify.sandbox.wire.Call;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Form;
import com.dmverify.sandbox.wire.Reply;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code POST /oauth/access_token}: the third step. The id of the user stands before the dash of the token. */
@Configuration(proxyBeanMethods = false)
class AccessTokenDoor {

    private final XDoor door;
    private final ConsumerCheck check;
    private final RequestTokens requests;
    private final UserTokens tokens;
    private final People people;

    AccessTokenDoor(XDoor door, ConsumerCheck check, RequestTokens requests, UserTokens tokens, People people) {
        this.door = door;
        this.check = check;
        this.requests = requests;
        this.tokens = tokens;
        this.people = people;
    }

    @Bean
    @Order(15)
    RouterFunction<ServerResponse> accessTokenRoutes() {
        return RouterFunctions.route()
                .POST("/oauth/access_token", door.open(this::exchange))
                .build();
    }

    private Reply exchange(Call call) {
        OAuthHeader header = check.header(call);
        App app = check.app(header);
        RequestToken request = requests.find(header.get("oauth_token"))
                .filter(found -> found.app().id().equals(app.id()))
                .orElseThrow(ConsumerCheck::unknown);
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

    /** Whoever allowed the same before gets the token of then: X makes no second one. */
    private Reply reply(App app, Approval approval) {
        Person user = people.byId(approval.userId()).orElseThrow(ConsumerCheck::unknown);
        UserToken token = tokens.of(user.id(), app, approval.permission()).orElseGet(() -> {
            UserToken made = new UserToken(
                    user.id() + "-" + Secrets.random(30),
                    Secrets.random(33),
                    user.id(),
                    app,
                    approval.permission(),
                    false);
            tokens.add(made);
            return made;
        });
        return Form.reply(Fields.of("oauth_token", token.token())
                .with("oauth_token_secret", token.secret())
                .with("user_id", user.idText())
                .with("screen_name", user.handle()));
    }

    /** In plain text, as libraries have quoted it for years. */
    private static Refused wrongVerifier() {
        return Refused.with(Reply.text(
                401,
                "text/html;charset=utf-8",
                "Error processing your OAuth request: Invalid oauth_verifier parameter"
                        .getBytes(StandardCharsets.UTF_8)));
    }
}
