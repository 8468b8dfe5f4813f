package com.dmverify.sandbox.oauth1;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Permission;
import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.Call;
import com.dmverify.sandbox.http.Form;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.signature.OAuthHeader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code POST /oauth/request_token}: the first of the three steps. */
@Configuration(proxyBeanMethods = false)
class RequestTokenRoutes {

    private final ApiHandlers handlers;
    private final AppSignatureCheck check;
    private final RequestTokens tokens;

    RequestTokenRoutes(ApiHandlers handlers, AppSignatureCheck check, RequestTokens tokens) {
        this.handlers = handlers;
        this.check = check;
        this.tokens = tokens;
    }

    @Bean
    @Order(13)
    RouterFunction<ServerResponse> requestTokenRouterFunction() {
        return RouterFunctions.route()
                .POST("/oauth/request_token", handlers.handleUnauthenticated(this::begin))
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
        return Form.reply(JsonObject.of("oauth_token", token.token())
                .with("oauth_token_secret", token.secret())
                .with("oauth_callback_confirmed", true));
    }

    private static void requireApproved(App app, String callback) {
        if (callback.equals(RequestToken.OUT_OF_BAND)) {
            return;
        }
        if (app.callbacks().isEmpty()) {
            throw ApiException.of(ApiError.DESKTOP_CALLBACK);
        }
        if (!app.isCalledBackAt(callback)) {
            throw ApiException.of(ApiError.CALLBACK_NOT_APPROVED);
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
