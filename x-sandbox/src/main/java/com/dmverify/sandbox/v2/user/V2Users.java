package com.dmverify.sandbox.v2.user;

import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.people.Ids;
import com.dmverify.sandbox.people.People;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.people.Username;
import com.dmverify.sandbox.portrait.V2User;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.v2.LookupErrors;
import com.dmverify.sandbox.v2.V2Parameters;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
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

/** {@code GET /2/users…}: one or many, by handle, by id, and oneself. */
@Configuration(proxyBeanMethods = false)
class V2Users {

    private static final int MOST = 100;

    private final XDoor door;
    private final People people;
    private final V2User portrait;

    V2Users(XDoor door, People people, V2User portrait) {
        this.door = door;
        this.people = people;
        this.portrait = portrait;
    }

    @Bean
    @Order(3)
    RouterFunction<ServerResponse> v2UserRoutes() {
        return RouterFunctions.route()
                .GET("/2/users/by/username/{username}", door.to(Endpoint.V2_USERS, this::byUsername))
                .GET("/2/users/by", door.to(Endpoint.V2_USERS, this::byUsernames))
                .GET("/2/users/me", door.to(Endpoint.V2_ME, this::me))
                .GET("/2/users/{id}", door.to(Endpoint.V2_USERS, this::byId))
                .GET("/2/users", door.to(Endpoint.V2_USERS, this::byIds))
                .build();
    }

    private Reply me(Attempt attempt) {
        return Reply.json(200, Fields.of("data", portrait(attempt, attempt.me())));
    }

    private Reply byUsername(Attempt attempt) {
        return one(attempt, "username", username(attempt.call().path("username"), "username"), people::byHandle);
    }

    private Reply byId(Attempt attempt) {
        return one(attempt, "id", id(attempt.call().path("id"), "id"), people::byId);
    }

    private Reply byUsernames(Attempt attempt) {
        Set<String> names = many(attempt, "usernames");
        names.forEach(name -> username(name, "usernames"));
        return several(attempt, "usernames", names, people::byHandle);
    }

    private Reply byIds(Attempt attempt) {
        Set<String> ids = many(attempt, "ids");
        ids.forEach(id -> id(id, "ids"));
        return several(attempt, "ids", ids, people::byId);
    }

    private Reply one(Attempt attempt, String parameter, String value, Function<String, Optional<Person>> find) {
        Optional<Person> found = find.apply(value);
        if (found.isEmpty()) {
            return LookupErrors.notFound("user", parameter, value);
        }
        if (found.get().suspended()) {
            return Reply.json(200, Fields.of("errors", List.of(LookupErrors.suspended(parameter, value))));
        }
        return Reply.json(200, Fields.of("data", portrait(attempt, found.get())));
    }

    private Reply several(
            Attempt attempt, String parameter, Set<String> values, Function<String, Optional<Person>> find) {
        List<Fields> data = new ArrayList<>();
        List<Fields> errors = new ArrayList<>();
        for (String value : values) {
            Optional<Person> found = find.apply(value);
            if (found.isEmpty()) {
                errors.add(LookupErrors.missing("user", parameter, value));
            } else if (found.get().suspended()) {
                errors.add(LookupErrors.suspended(parameter, value));
            } else {
                data.add(portrait(attempt, found.get()));
            }
        }
        return Reply.json(
                200, Fields.of("data", data.isEmpty() ? null : data).with("errors", errors.isEmpty() ? null : errors));
    }

    private Fields portrait(Attempt attempt, Person person) {
        return portrait.of(
                person,
                V2Parameters.list(attempt.call(), "user.fields"),
                attempt.caller().user());
    }

    private static Set<String> many(Attempt attempt, String parameter) {
        Set<String> values = V2Parameters.list(attempt.call(), parameter);
        if (values.isEmpty() || values.size() > MOST) {
            throw Refused.invalid(
                    parameter,
                    Integer.toString(values.size()),
                    "The `" + parameter + "` query parameter takes 1 to " + MOST + " values");
        }
        return values;
    }

    private static String username(String value, String parameter) {
        if (!Username.isValid(value)) {
            throw Refused.invalid(
                    parameter,
                    value,
                    "The `" + parameter + "` query parameter value [" + value
                            + "] does not match ^[A-Za-z0-9_]{1,15}$");
        }
        return value;
    }

    static String id(String value, String parameter) {
        if (Ids.parse(value).isEmpty()) {
            throw Refused.invalid(
                    parameter,
                    value,
                    "The `" + parameter + "` query parameter value [" + value + "] does not match ^[0-9]{1,19}$");
        }
        return value;
    }
}
