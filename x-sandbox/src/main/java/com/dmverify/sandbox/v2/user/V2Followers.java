package com.dmverify.sandbox.v2.user;

import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.people.People;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.people.Relations;
import com.dmverify.sandbox.people.SocialGraph;
import com.dmverify.sandbox.portrait.V2User;
import com.dmverify.sandbox.v2.LookupErrors;
import com.dmverify.sandbox.v2.Page;
import com.dmverify.sandbox.v2.PageToken;
import com.dmverify.sandbox.v2.V2Parameters;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
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

/** {@code GET /2/users/:id/followers} and {@code /following}: the accounts made last come first. */
@Configuration(proxyBeanMethods = false)
class V2Followers {

    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private final XDoor door;
    private final People people;
    private final Relations follows;
    private final V2User portrait;

    V2Followers(XDoor door, People people, SocialGraph graph, V2User portrait) {
        this.door = door;
        this.people = people;
        this.follows = graph.follows();
        this.portrait = portrait;
    }

    @Bean
    @Order(22)
    RouterFunction<ServerResponse> v2FollowerRoutes() {
        return RouterFunctions.route()
                .GET(
                        "/2/users/{id}/followers",
                        door.to(
                                Endpoint.V2_FOLLOWERS,
                                attempt -> list(attempt, person -> follows.sourcesOf(person.id()))))
                .GET(
                        "/2/users/{id}/following",
                        door.to(
                                Endpoint.V2_FOLLOWING,
                                attempt -> list(attempt, person -> follows.targetsOf(person.id()))))
                .build();
    }

    private Reply list(Attempt attempt, Side side) {
        String id = V2Users.id(attempt.call().path("id"), "id");
        Optional<Person> found = people.byId(id);
        if (found.isEmpty()) {
            return LookupErrors.notFound("user", "id", id);
        }
        Person person = found.get();
        if (person.suspended()) {
            return Reply.json(200, Fields.of("errors", List.of(LookupErrors.suspended("id", id))));
        }
        if (isHidden(person, attempt.caller().user())) {
            return Reply.json(200, Fields.of("errors", List.of(LookupErrors.notAuthorized("id", id))));
        }
        return page(attempt, side.of(person));
    }

    private Reply page(Attempt attempt, NavigableSet<Long> ids) {
        int most = V2Parameters.number(attempt.call(), "max_results", USUAL, MOST);
        Page<Long> page = Page.of(
                PageToken.of(attempt),
                most,
                below -> ids.headSet(below, false).descendingSet().stream(),
                above -> ids.tailSet(above, false).stream());
        Set<String> fields = V2Parameters.list(attempt.call(), "user.fields");
        List<Fields> users = page.items().stream()
                .flatMap(id -> people.byId(id).stream())
                .map(person -> portrait.of(person, fields, attempt.caller().user()))
                .toList();
        return Reply.json(
                200, Fields.of("data", users.isEmpty() ? null : users).with("meta", page.meta(Long::longValue)));
    }

    /** Protected accounts show their followers to those who follow them. */
    private boolean isHidden(Person person, @Nullable Person viewer) {
        return person.closed()
                && (viewer == null || (viewer.id() != person.id() && !follows.has(viewer.id(), person.id())));
    }

    /** One end of following. */
    private interface Side {

        NavigableSet<Long> of(Person person);
    }
}
