package com.dmverify.sandbox.v1.user;

import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.json.V1UserJson;
import com.dmverify.sandbox.person.DirectedRelation;
import com.dmverify.sandbox.person.Ids;
import com.dmverify.sandbox.person.People;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.person.SocialGraph;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code followers/ids} and {@code followers/list}, and the same of {@code friends}, in pages with a cursor. */
@Configuration(proxyBeanMethods = false)
class V1FollowerRoutes {

    private static final int MOST_IDS = 5000;
    private static final int MOST_USERS = 200;
    private static final int USUAL_USERS = 20;

    private final ApiHandlers handlers;
    private final People people;
    private final DirectedRelation follows;
    private final V1UserJson json;

    V1FollowerRoutes(ApiHandlers handlers, People people, SocialGraph graph, V1UserJson json) {
        this.handlers = handlers;
        this.people = people;
        this.follows = graph.follows();
        this.json = json;
    }

    @Bean
    @Order(23)
    RouterFunction<ServerResponse> v1FollowerRouterFunction() {
        return RouterFunctions.route()
                .GET("/1.1/followers/ids.json", handlers.handle(Endpoint.V1_FOLLOWERS, request -> ids(request, true)))
                .GET(
                        "/1.1/followers/list.json",
                        handlers.handle(Endpoint.V1_FOLLOWER_LIST, request -> list(request, true)))
                .GET("/1.1/friends/ids.json", handlers.handle(Endpoint.V1_FRIENDS, request -> ids(request, false)))
                .GET(
                        "/1.1/friends/list.json",
                        handlers.handle(Endpoint.V1_FRIEND_LIST, request -> list(request, false)))
                .build();
    }

    private Reply ids(ApiRequest request, boolean followers) {
        CursorPage page = page(request, followers, MOST_IDS, MOST_IDS);
        boolean asText =
                request.call().query().first("stringify_ids").orElse("").equals("true");
        List<?> ids = asText ? page.ids().stream().map(id -> Long.toString(id)).toList() : page.ids();
        return Reply.json(200, page.writeTo(JsonObject.of("ids", ids)));
    }

    private Reply list(ApiRequest request, boolean followers) {
        CursorPage page = page(request, followers, USUAL_USERS, MOST_USERS);
        List<JsonObject> users = page.ids().stream()
                .flatMap(id -> people.byId(id).stream())
                .map(json::of)
                .toList();
        return Reply.json(200, page.writeTo(JsonObject.of("users", users)));
    }

    private CursorPage page(ApiRequest request, boolean followers, int usual, int most) {
        Person person = person(request);
        requireVisible(person, request.caller().user(), request);
        long count = request.call()
                .query()
                .first("count")
                .map(text -> Ids.parse(text).orElse(usual))
                .orElse((long) usual);
        return CursorPage.of(
                followers ? follows.sourcesOf(person.id()) : follows.targetsOf(person.id()),
                request.call().query().first("cursor").orElse("-1"),
                (int) Math.clamp(count, 1L, most));
    }

    private Person person(ApiRequest request) {
        Optional<String> id = request.call().query().first("user_id");
        Optional<String> name = request.call().query().first("screen_name");
        if (id.isEmpty() && name.isEmpty()) {
            return Optional.ofNullable(request.caller().user())
                    .orElseThrow(() -> ApiException.of(ApiError.PARAMETER_MISSING, "user_id"));
        }
        return id.flatMap(people::byId)
                .or(() -> name.flatMap(people::byHandle))
                .filter(person -> !person.suspended())
                .orElseThrow(() -> ApiException.of(ApiError.PAGE_DOES_NOT_EXIST));
    }

    /** Throws the error of protected accounts, which has the oldest error format. */
    private void requireVisible(Person person, @Nullable Person viewer, ApiRequest request) {
        boolean visible = !person.closed()
                || (viewer != null && (viewer.id() == person.id() || follows.has(viewer.id(), person.id())));
        if (!visible) {
            throw ApiException.with(
                    401,
                    JsonObject.of("request", request.call().uri().getRawPath()).with("error", "Not authorized."));
        }
    }
}
