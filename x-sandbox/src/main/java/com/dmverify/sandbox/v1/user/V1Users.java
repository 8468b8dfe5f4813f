package com.dmverify.sandbox.v1.user;

import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.people.People;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.portrait.V1User;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
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
class V1Users {

    private static final int MOST = 100;

    private final XDoor door;
    private final People people;
    private final V1User portrait;

    V1Users(XDoor door, People people, V1User portrait) {
        this.door = door;
        this.people = people;
        this.portrait = portrait;
    }

    @Bean
    @Order(6)
    RouterFunction<ServerResponse> v1UserRoutes() {
        return RouterFunctions.route()
                .GET("/1.1/users/lookup.json", door.to(Endpoint.V1_USERS, this::lookup))
                .POST("/1.1/users/lookup.json", door.to(Endpoint.V1_USERS, this::lookup))
                .GET("/1.1/users/show.json", door.to(Endpoint.V1_USERS, this::show))
                .GET("/1.1/account/verify_credentials.json", door.to(Endpoint.V1_ME, this::me))
                .build();
    }

    /** Unknown and suspended ones are left out without a word; nobody left is code 17. */
    private Reply lookup(Attempt attempt) {
        List<Fields> found = Stream.concat(
                        values(attempt, "screen_name").flatMap(name -> people.byHandle(name).stream()),
                        values(attempt, "user_id").flatMap(id -> people.byId(id).stream()))
                .filter(person -> !person.suspended())
                .distinct()
                .limit(MOST)
                .map(portrait::of)
                .toList();
        if (found.isEmpty()) {
            throw Refused.because(Refusal.NO_USER_MATCHES);
        }
        return Reply.json(200, found);
    }

    private Reply show(Attempt attempt) {
        Optional<String> name = attempt.call().query().first("screen_name");
        Optional<String> id = attempt.call().query().first("user_id");
        if (name.isEmpty() && id.isEmpty()) {
            throw Refused.because(Refusal.PARAMETER_MISSING, "user_id");
        }
        Person person = name.flatMap(people::byHandle)
                .or(() -> id.flatMap(people::byId))
                .orElseThrow(() -> Refused.because(Refusal.USER_NOT_FOUND));
        if (person.suspended()) {
            throw Refused.because(Refusal.USER_SUSPENDED);
        }
        return Reply.json(200, portrait.of(person));
    }

    private Reply me(Attempt attempt) {
        return Reply.json(200, portrait.of(attempt.me()));
    }

    private static Stream<String> values(Attempt attempt, String name) {
        return attempt.call().param(name).stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::strip)
                .limit(MOST);
    }
}
