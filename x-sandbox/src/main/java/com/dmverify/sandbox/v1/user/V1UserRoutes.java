package com.dmverify.sandbox.v1.user;

import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.json.V1UserJson;
import com.dmverify.sandbox.person.People;
import com.dmverify.sandbox.person.Person;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code users/lookup}, {@code users/show}, {@code account/verify_credentials}. */
@Configuration(proxyBeanMethods = false)
class V1UserRoutes {

    private static final int MOST = 100;

    private final ApiHandlers handlers;
    private final People people;
    private final V1UserJson json;

    V1UserRoutes(ApiHandlers handlers, People people, V1UserJson json) {
        this.handlers = handlers;
        this.people = people;
        this.json = json;
    }

    @Bean
    @Order(6)
    RouterFunction<ServerResponse> v1UserRouterFunction() {
        return RouterFunctions.route()
                .GET("/1.1/users/lookup.json", handlers.handle(Endpoint.V1_USERS, this::lookup))
                .POST("/1.1/users/lookup.json", handlers.handle(Endpoint.V1_USERS, this::lookup))
                .GET("/1.1/users/show.json", handlers.handle(Endpoint.V1_USERS, this::show))
                .GET("/1.1/account/verify_credentials.json", handlers.handle(Endpoint.V1_ME, this::me))
                .build();
    }

    /** Omits unknown and suspended users; an empty result is code 17. */
    private Reply lookup(ApiRequest request) {
        List<JsonObject> found = Stream.concat(
                        values(request, "screen_name").flatMap(name -> people.byHandle(name).stream()),
                        values(request, "user_id").flatMap(id -> people.byId(id).stream()))
                .filter(person -> !person.suspended())
                .distinct()
                .limit(MOST)
                .map(json::of)
                .toList();
        if (found.isEmpty()) {
            throw ApiException.of(ApiError.NO_USER_MATCHES);
        }
        return Reply.json(200, found);
    }

    private Reply show(ApiRequest request) {
        Optional<String> name = request.call().query().first("screen_name");
        Optional<String> id = request.call().query().first("user_id");
        if (name.isEmpty() && id.isEmpty()) {
            throw ApiException.of(ApiError.PARAMETER_MISSING, "user_id");
        }
        Person person = name.flatMap(people::byHandle)
                .or(() -> id.flatMap(people::byId))
                .orElseThrow(() -> ApiException.of(ApiError.USER_NOT_FOUND));
        if (person.suspended()) {
            throw ApiException.of(ApiError.USER_SUSPENDED);
        }
        return Reply.json(200, json.of(person));
    }

    private Reply me(ApiRequest request) {
        return Reply.json(200, json.of(request.me()));
    }

    private static Stream<String> values(ApiRequest request, String name) {
        return request.call().param(name).stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::strip)
                .limit(MOST);
    }
}
