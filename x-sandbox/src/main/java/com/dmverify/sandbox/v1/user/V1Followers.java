package com.dmverify.sandbox.v1.user;

import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.people.Ids;
import com.dmverify.sandbox.people.People;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.people.Relations;
import com.dmverify.sandbox.people.SocialGraph;
import com.dmverify.sandbox.portrait.V1User;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
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
class V1Followers {

    private static final int MOST_IDS = 5000;
    private static final int MOST_USERS = 200;
    private static final int USUAL_USERS = 20;

    private final XDoor door;
    private final People people;
    private final Relations follows;
    private final V1User portrait;

    V1Followers(XDoor door, People people, SocialGraph graph, V1User portrait) {
        this.door = door;
        this.people = people;
        this.follows = graph.follows();
        this.portrait = portrait;
    }

    @Bean
    @Order(23)
    RouterFunction<ServerResponse> v1FollowerRoutes() {
        return RouterFunctions.route()
                .GET("/1.1/followers/ids.json", door.to(Endpoint.V1_FOLLOWERS, attempt -> ids(attempt, true)))
                .GET("/1.1/followers/list.json", door.to(Endpoint.V1_FOLLOWER_LIST, attempt -> list(attempt, true)))
                .GET("/1.1/friends/ids.json", door.to(Endpoint.V1_FRIENDS, attempt -> ids(attempt, false)))
                .GET("/1.1/friends/list.json", door.to(Endpoint.V1_FRIEND_LIST, attempt -> list(attempt, false)))
                .build();
    }

    private Reply ids(Attempt attempt, boolean followers) {
        CursorPage page = page(attempt, followers, MOST_IDS, MOST_IDS);
        boolean asText =
                attempt.call().query().first("stringify_ids").orElse("").equals("true");
        List<?> ids = asText ? page.ids().stream().map(id -> Long.toString(id)).toList() : page.ids();
        return Reply.json(200, page.writeTo(Fields.of("ids", ids)));
    }

    private Reply list(Attempt attempt, boolean followers) {
        CursorPage page = page(attempt, followers, USUAL_USERS, MOST_USERS);
        List<Fields> users = page.ids().stream()
                .flatMap(id -> people.byId(id).stream())
                .map(portrait::of)
                .toList();
        return Reply.json(200, page.writeTo(Fields.of("users", users)));
    }

    private CursorPage page(Attempt attempt, boolean followers, int usual, int most) {
        Person person = person(attempt);
        requireVisible(person, attempt.caller().user(), attempt);
        long count = attempt.call()
                .query()
                .first("count")
                .map(text -> Ids.parse(text).orElse(usual))
                .orElse((long) usual);
        return CursorPage.of(
                followers ? follows.sourcesOf(person.id()) : follows.targetsOf(person.id()),
                attempt.call().query().first("cursor").orElse("-1"),
                (int) Math.clamp(count, 1L, most));
    }

    private Person person(Attempt attempt) {
        Optional<String> id = attempt.call().query().first("user_id");
        Optional<String> name = attempt.call().query().first("screen_name");
        if (id.isEmpty() && name.isEmpty()) {
            return Optional.ofNullable(attempt.caller().user())
                    .orElseThrow(() -> Refused.because(Refusal.PARAMETER_MISSING, "user_id"));
        }
        return id.flatMap(people::byId)
                .or(() -> name.flatMap(people::byHandle))
                .filter(person -> !person.suspended())
                .orElseThrow(() -> Refused.because(Refusal.PAGE_DOES_NOT_EXIST));
    }

    /** In the oldest shape of all. */
    private void requireVisible(Person person, @Nullable Person viewer, Attempt attempt) {
        boolean visible = !person.closed()
                || (viewer != null && (viewer.id() == person.id() || follows.has(viewer.id(), person.id())));
        if (!visible) {
            throw Refused.with(
                    401, Fields.of("request", attempt.call().uri().getRawPath()).with("error", "Not authorized."));
        }
    }
}
