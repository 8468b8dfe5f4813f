package com.dmverify.sandbox.control.user;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.access.UserTokens;
import com.dmverify.sandbox.activity.Relationships;
import com.dmverify.sandbox.activity.WebhookRegistration;
import com.dmverify.sandbox.control.ControlHandlers;
import com.dmverify.sandbox.control.ControlProblem;
import com.dmverify.sandbox.control.ControlRequest;
import com.dmverify.sandbox.control.UserDirectory;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.oauth2.token.Grants;
import com.dmverify.sandbox.person.Person;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code POST /sandbox/users/{id}/revoke} and {@code …/subscribe}: a user revokes an app's access or lets it subscribe. */
@Configuration(proxyBeanMethods = false)
class AppAccessRoutes {

    private final ControlHandlers handlers;
    private final UserDirectory directory;
    private final Apps apps;
    private final UserTokens tokens;
    private final Grants grants;
    private final Relationships relationships;
    private final WebhookRegistration registration;

    AppAccessRoutes(
            ControlHandlers handlers,
            UserDirectory directory,
            Apps apps,
            UserTokens tokens,
            Grants grants,
            Relationships relationships,
            WebhookRegistration registration) {
        this.registration = registration;
        this.handlers = handlers;
        this.directory = directory;
        this.apps = apps;
        this.tokens = tokens;
        this.grants = grants;
        this.relationships = relationships;
    }

    @Bean
    @Order(37)
    RouterFunction<ServerResponse> appAccessRouterFunction() {
        return RouterFunctions.route()
                .POST("/sandbox/users/{id}/revoke", handlers.handle(this::revoke))
                .POST("/sandbox/users/{id}/subscribe", handlers.handle(this::subscribe))
                .build();
    }

    /** Subscribes the app's webhooks to the user: a DM between user and brand is delivered once for each. */
    private Reply subscribe(ControlRequest request) {
        Person user = directory.user(request);
        App app = app(request, user);
        if (!registration.subscribe(user, app)) {
            throw ControlProblem.conflict("The app " + app.id() + " has no webhook yet; POST /2/webhooks first.");
        }
        return Reply.json(200, JsonObject.of("user_id", user.idText()).with("app_id", app.id()));
    }

    private App app(ControlRequest request, Person user) {
        return request.query("app")
                .map(id -> apps.byId(id)
                        .orElseThrow(() -> ControlProblem.notFound("There is no app with the id " + id + ".")))
                .orElseGet(() -> apps.appOf(user.id()));
    }

    /** Revokes all OAuth 1.0a and 2.0 tokens, informs the webhook, and ends its subscriptions to the user. */
    private Reply revoke(ControlRequest request) {
        Person user = directory.user(request);
        App app = app(request, user);
        tokens.revokeAll(user.id(), app);
        grants.revokeAll(user.id(), app);
        relationships.revoked(user, app.id());
        return Reply.json(200, JsonObject.of("user_id", user.idText()).with("app_id", app.id()));
    }
}
