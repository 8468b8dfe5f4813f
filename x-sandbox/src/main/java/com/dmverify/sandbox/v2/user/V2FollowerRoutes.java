package com.dmverify.sandbox.v2.user;

import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.json.V2UserJson;
import com.dmverify.sandbox.person.DirectedRelation;
import com.dmverify.sandbox.person.People;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.person.SocialGraph;
import com.dmverify.sandbox.v2.LookupErrors;
import com.dmverify.sandbox.v2.Page;
import com.dmverify.sandbox.v2.PageToken;
import com.dmverify.sandbox.v2.V2Parameters;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code GET /2/users/:id/followers} and {@code /following}: newest accounts first. */
@Configuration(proxyBeanMethods = false)
class V2FollowerRoutes {

    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private final ApiHandlers handlers;
    private final People people;
    private final DirectedRelation follows;
    private final V2UserJson json;

    V2FollowerRoutes(ApiHandlers handlers, People people, SocialGraph graph, V2UserJson json) {
        this.handlers = handlers;
        this.people = people;
        this.follows = graph.follows();
        this.json = json;
    }

    @Bean
    @Order(22)
    RouterFunction<ServerResponse> v2FollowerRouterFunction() {
        return RouterFunctions.route()
                .GET(
                        "/2/users/{id}/followers",
                        handlers.handle(
                                Endpoint.V2_FOLLOWERS,
                                request -> list(request, person -> follows.sourcesOf(person.id()))))
                .GET(
                        "/2/users/{id}/following",
                        handlers.handle(
                                Endpoint.V2_FOLLOWING,
                                request -> list(request, person -> follows.targetsOf(person.id()))))
                .build();
    }

    private Reply list(ApiRequest request, Side side) {
        String id = V2UserRoutes.id(request.call().path("id"), "id");
        Optional<Person> found = people.byId(id);
        if (found.isEmpty()) {
            return LookupErrors.notFound("user", "id", id);
        }
        Person person = found.get();
        if (person.suspended()) {
            return Reply.json(200, JsonObject.of("errors", List.of(LookupErrors.suspended("id", id))));
        }
        if (isHidden(person, request.caller().user())) {
            return Reply.json(200, JsonObject.of("errors", List.of(LookupErrors.notAuthorized("id", id))));
        }
        return page(request, side.of(person));
    }

    private Reply page(ApiRequest request, NavigableSet<Long> ids) {
        int most = V2Parameters.number(request.call(), "max_results", USUAL, MOST);
        Page<Long> page = Page.of(
                PageToken.of(request),
                most,
                below -> ids.headSet(below, false).descendingSet().stream(),
                above -> ids.tailSet(above, false).stream());
        Set<String> fields = V2Parameters.list(request.call(), "user.fields");
        List<JsonObject> users = page.items().stream()
                .flatMap(id -> people.byId(id).stream())
                .map(person -> json.of(person, fields, request.caller().user()))
                .toList();
        return Reply.json(
                200, JsonObject.of("data", users.isEmpty() ? null : users).with("meta", page.meta(Long::longValue)));
    }

    /** Protected accounts show their followers to their followers only. */
    private boolean isHidden(Person person, @Nullable Person viewer) {
        return person.closed()
                && (viewer == null || (viewer.id() != person.id() && !follows.has(viewer.id(), person.id())));
    }

    /** Followers or followed users. */
    private interface Side {

        NavigableSet<Long> of(Person person);
    }
}
