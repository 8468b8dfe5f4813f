package com.dmverify.sandbox.oauth;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Permission;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.signature.OAuthHeader;
import com.dmverify.sandbox.wire.Call;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Form;
import com.dmverify.sandbox.wire.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code POST /oauth/request_token}: the first of the three steps. */
@Configuration(proxyBeanMethods = false)
class RequestTokenDoor {

    private final XDoor door;
    private final ConsumerCheck check;
    private final RequestTokens tokens;

    RequestTokenDoor(XDoor door, ConsumerCheck check, RequestTokens tokens) {
        this.door = door;
        this.check = check;
        this.tokens = tokens;
    }

    @Bean
    @Order(13)
    RouterFunction<ServerResponse> requestTokenRoutes() {
        return RouterFunctions.route()
                .POST("/oauth/request_token", door.open(this::begin))
                .build();
    }

    private Reply begin(Call call) {
        OAuthHeader header = check.header(call);
        App app = check.app(header);
        check.verify(call, header, app, "");
        String callback = header.parameters()
                .first("oauth_callback")
                .or(() -> call.param("oauth_callback"))
                .orElse(RequestToken.OUT_OF_BAND);
        requireApproved(app, callback);
        RequestToken token = tokens.begin(app, callback, most(call, app));
        return Form.reply(Fields.of("oauth_token", token.token())
                .with("oauth_token_secret", token.secret())
                .with("oauth_callback_confirmed", true));
    }

    private static void requireApproved(App app, String callback) {
        if (callback.equals(RequestToken.OUT_OF_BAND)) {
            return;
        }
        if (app.callbacks().isEmpty()) {
            throw Refused.because(Refusal.DESKTOP_CALLBACK);
        }
        if (!app.isCalledBackAt(callback)) {
            throw Refused.because(Refusal.CALLBACK_NOT_APPROVED);
        }
    }

    /** {@code x_auth_access_type} can ask for less than the app has, never for more. */
    private static Permission most(Call call, App app) {
        Permission wanted = switch (call.param("x_auth_access_type").orElse("")) {
            case "read" -> Permission.READ;
            case "write" -> Permission.READ_WRITE;
            default -> app.permission();
        };
        return app.permission().includes(wanted) ? wanted : app.permission();
    }
}
