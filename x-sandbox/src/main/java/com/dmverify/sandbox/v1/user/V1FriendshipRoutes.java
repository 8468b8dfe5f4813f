package com.dmverify.sandbox.v1.user;

import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.message.DmRules;
import com.dmverify.sandbox.message.DmRules.DmPermission;
import com.dmverify.sandbox.person.People;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.person.SocialGraph;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code friendships/show}: who follows whom, and {@code can_dm}. */
@Configuration(proxyBeanMethods = false)
class V1FriendshipRoutes {

    private final ApiHandlers handlers;
    private final People people;
    private final SocialGraph graph;
    private final DmRules rules;

    V1FriendshipRoutes(ApiHandlers handlers, People people, SocialGraph graph, DmRules rules) {
        this.handlers = handlers;
        this.people = people;
        this.graph = graph;
        this.rules = rules;
    }

    @Bean
    @Order(7)
    RouterFunction<ServerResponse> v1FriendshipRouterFunction() {
        return RouterFunctions.route()
                .GET("/1.1/friendships/show.json", handlers.handle(Endpoint.V1_FRIENDSHIP, this::show))
                .build();
    }

    private Reply show(ApiRequest request) {
        Person source = person(request, "source")
                .or(() -> Optional.ofNullable(request.caller().user()))
                .orElseThrow(() -> ApiException.of(ApiError.PARAMETER_MISSING, "source_id"));
        Person target =
                person(request, "target").orElseThrow(() -> ApiException.of(ApiError.PARAMETER_MISSING, "target_id"));
        JsonObject relationship =
                JsonObject.of("source", source(source, target)).with("target", seen(target, source));
        return Reply.json(200, JsonObject.of("relationship", relationship));
    }

    private JsonObject source(Person source, Person target) {
        return seen(source, target)
                .with("live_following", false)
                .with("notifications_enabled", false)
                .with("can_dm", rules.mayWrite(source, target) == DmPermission.ALLOWED && !target.suspended())
                .with("blocking", graph.blocks().has(source.id(), target.id()))
                .with("blocked_by", graph.blocks().has(target.id(), source.id()))
                .with("muting", false)
                .with("want_retweets", false)
                .with("all_replies", false)
                .with("marked_spam", false);
    }

    private JsonObject seen(Person one, Person other) {
        return JsonObject.of("id", one.id())
                .with("id_str", one.idText())
                .with("screen_name", one.handle())
                .with("following", graph.follows().has(one.id(), other.id()))
                .with("followed_by", graph.follows().has(other.id(), one.id()))
                .with("following_received", false)
                .with("following_requested", false);
    }

    private Optional<Person> person(ApiRequest request, String role) {
        Optional<String> id = request.call().query().first(role + "_id");
        Optional<String> name = request.call().query().first(role + "_screen_name");
        if (id.isEmpty() && name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(id.flatMap(people::byId)
                .or(() -> name.flatMap(people::byHandle))
                .orElseThrow(() -> ApiException.of(ApiError.USER_NOT_FOUND)));
    }
}
