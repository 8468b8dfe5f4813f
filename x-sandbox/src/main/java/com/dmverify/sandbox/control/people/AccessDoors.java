package com.dmverify.sandbox.control.people;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.access.UserTokens;
import com.dmverify.sandbox.activity.Bonds;
import com.dmverify.sandbox.activity.Registrar;
import com.dmverify.sandbox.control.Complaint;
import com.dmverify.sandbox.control.ControlDoor;
import com.dmverify.sandbox.control.Directory;
import com.dmverify.sandbox.control.Instruction;
import com.dmverify.sandbox.oauth2.Grants;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code POST /sandbox/users/{id}/revoke}, {@code …/subscribe}: a user takes an app's access away, or gives it. */
@Configuration(proxyBeanMethods = false)
class AccessDoors {

    private final ControlDoor door;
    private final Directory directory;
    private final Apps apps;
    private final UserTokens tokens;
    private final Grants grants;
    private final Bonds bonds;
    private final Registrar registrar;

    AccessDoors(
            ControlDoor door,
            Directory directory,
            Apps apps,
            UserTokens tokens,
            Grants grants,
            Bonds bonds,
            Registrar registrar) {
        this.registrar = registrar;
        this.door = door;
        this.directory = directory;
        this.apps = apps;
        this.tokens = tokens;
        this.grants = grants;
        this.bonds = bonds;
    }

    @Bean
    @Order(37)
    RouterFunction<ServerResponse> accessRoutes() {
        return RouterFunctions.route()
                .POST("/sandbox/users/{id}/revoke", door.to(this::revoke))
                .POST("/sandbox/users/{id}/subscribe", door.to(this::subscribe))
                .build();
    }

    /** As if the user had let the app hear of everything: a DM between the two comes once for each side. */
    private Reply subscribe(Instruction instruction) {
        Person user = directory.user(instruction);
        App app = app(instruction, user);
        if (!registrar.subscribe(user, app)) {
            throw Complaint.conflict("The app " + app.id() + " has no webhook yet; POST /2/webhooks first.");
        }
        return Reply.json(200, Fields.of("user_id", user.idText()).with("app_id", app.id()));
    }

    private App app(Instruction instruction, Person user) {
        return instruction
                .query("app")
                .map(id ->
                        apps.byId(id).orElseThrow(() -> Complaint.notFound("There is no app with the id " + id + ".")))
                .orElseGet(() -> apps.appOf(user.id()));
    }

    /** Every token of either OAuth ends; the webhook is told, and hears no more of this user. */
    private Reply revoke(Instruction instruction) {
        Person user = directory.user(instruction);
        App app = app(instruction, user);
        tokens.revokeAll(user.id(), app);
        grants.revokeAll(user.id(), app);
        bonds.revoked(user, app.id());
        return Reply.json(200, Fields.of("user_id", user.idText()).with("app_id", app.id()));
    }
}
