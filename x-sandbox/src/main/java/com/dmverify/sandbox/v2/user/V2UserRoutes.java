package com.dmverify.sandbox.v2.user;

import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.json.V2UserJson;
import com.dmverify.sandbox.person.Ids;
import com.dmverify.sandbox.person.People;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.person.Username;
import com.dmverify.sandbox.v2.LookupErrors;
import com.dmverify.sandbox.v2.V2Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code GET /2/users…}: one or many, by handle or id, and the caller. */
@Configuration(proxyBeanMethods = false)
class V2UserRoutes {

    private static final int MOST = 100;

    private final ApiHandlers handlers;
    private final People people;
    private final V2UserJson json;

    V2UserRoutes(ApiHandlers handlers, People people, V2UserJson json) {
        this.handlers = handlers;
        this.people = people;
        this.json = json;
    }

    @Bean
    @Order(3)
    RouterFunction<ServerResponse> v2UserRouterFunction() {
        return RouterFunctions.route()
                .GET("/2/users/by/username/{username}", handlers.handle(Endpoint.V2_USERS, this::byUsername))
                .GET("/2/users/by", handlers.handle(Endpoint.V2_USERS, this::byUsernames))
                .GET("/2/users/me", handlers.handle(Endpoint.V2_ME, this::me))
                .GET("/2/users/{id}", handlers.handle(Endpoint.V2_USERS, this::byId))
                .GET("/2/users", handlers.handle(Endpoint.V2_USERS, this::byIds))
                .build();
    }

    private Reply me(ApiRequest request) {
        return Reply.json(200, JsonObject.of("data", toJson(request, request.me())));
    }

    private Reply byUsername(ApiRequest request) {
        return one(request, "username", username(request.call().path("username"), "username"), people::byHandle);
    }

    private Reply byId(ApiRequest request) {
        return one(request, "id", id(request.call().path("id"), "id"), people::byId);
    }

    private Reply byUsernames(ApiRequest request) {
        Set<String> names = many(request, "usernames");
        names.forEach(name -> username(name, "usernames"));
        return several(request, "usernames", names, people::byHandle);
    }

    private Reply byIds(ApiRequest request) {
        Set<String> ids = many(request, "ids");
        ids.forEach(id -> id(id, "ids"));
        return several(request, "ids", ids, people::byId);
    }

    private Reply one(ApiRequest request, String parameter, String value, Function<String, Optional<Person>> find) {
        Optional<Person> found = find.apply(value);
        if (found.isEmpty()) {
            return LookupErrors.notFound("user", parameter, value);
        }
        if (found.get().suspended()) {
            return Reply.json(200, JsonObject.of("errors", List.of(LookupErrors.suspended(parameter, value))));
        }
        return Reply.json(200, JsonObject.of("data", toJson(request, found.get())));
    }

    private Reply several(
            ApiRequest request, String parameter, Set<String> values, Function<String, Optional<Person>> find) {
        List<JsonObject> data = new ArrayList<>();
        List<JsonObject> errors = new ArrayList<>();
        for (String value : values) {
            Optional<Person> found = find.apply(value);
            if (found.isEmpty()) {
                errors.add(LookupErrors.missing("user", parameter, value));
            } else if (found.get().suspended()) {
                errors.add(LookupErrors.suspended(parameter, value));
            } else {
                data.add(toJson(request, found.get()));
            }
        }
        return Reply.json(
                200,
                JsonObject.of("data", data.isEmpty() ? null : data).with("errors", errors.isEmpty() ? null : errors));
    }

    private JsonObject toJson(ApiRequest request, Person person) {
        return json.of(
                person,
                V2Parameters.list(request.call(), "user.fields"),
                request.caller().user());
    }

    private static Set<String> many(ApiRequest request, String parameter) {
        Set<String> values = V2Parameters.list(request.call(), parameter);
        if (values.isEmpty() || values.size() > MOST) {
            throw ApiException.invalid(
                    parameter,
                    Integer.toString(values.size()),
                    "The `" + parameter + "` query parameter takes 1 to " + MOST + " values");
        }
        return values;
    }

    private static String username(String value, String parameter) {
        if (!Username.isValid(value)) {
            throw ApiException.invalid(
                    parameter,
                    value,
                    "The `" + parameter + "` query parameter value [" + value
                            + "] does not match ^[A-Za-z0-9_]{1,15}$");
        }
        return value;
    }

    static String id(String value, String parameter) {
        if (Ids.parse(value).isEmpty()) {
            throw ApiException.invalid(
                    parameter,
                    value,
                    "The `" + parameter + "` query parameter value [" + value + "] does not match ^[0-9]{1,19}$");
        }
        return value;
    }
}
