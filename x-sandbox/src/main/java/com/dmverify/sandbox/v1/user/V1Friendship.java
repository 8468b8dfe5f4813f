package com.dmverify.sandbox.v1.user;

import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.message.WritingRules;
import com.dmverify.sandbox.message.WritingRules.Verdict;
import com.dmverify.sandbox.people.People;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.people.SocialGraph;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code friendships/show}: who follows whom, and {@code can_dm}. */
@Configuration(proxyBeanMethods = false)
class V1Friendship {

    private final XDoor door;
    private final People people;
    private final SocialGraph graph;
    private final WritingRules rules;

    V1Friendship(XDoor door, People people, SocialGraph graph, WritingRules rules) {
        this.door = door;
        this.people = people;
        this.graph = graph;
        this.rules = rules;
    }

    @Bean
    @Order(7)
    RouterFunction<ServerResponse> v1FriendshipRoutes() {
        return RouterFunctions.route()
                .GET("/1.1/friendships/show.json", door.to(Endpoint.V1_FRIENDSHIP, this::show))
                .build();
    }

    private Reply show(Attempt attempt) {
        Person source = person(attempt, "source")
                .or(() -> Optional.ofNullable(attempt.caller().user()))
                .orElseThrow(() -> Refused.because(Refusal.PARAMETER_MISSING, "source_id"));
        Person target =
                person(attempt, "target").orElseThrow(() -> Refused.because(Refusal.PARAMETER_MISSING, "target_id"));
        Fields relationship = Fields.of("source", source(source, target)).with("target", seen(target, source));
        return Reply.json(200, Fields.of("relationship", relationship));
    }

    private Fields source(Person source, Person target) {
        return seen(source, target)
                .with("live_following", false)
                .with("notifications_enabled", false)
                .with("can_dm", rules.mayWrite(source, target) == Verdict.YES && !target.suspended())
                .with("blocking", graph.blocks().has(source.id(), target.id()))
                .with("blocked_by", graph.blocks().has(target.id(), source.id()))
                .with("muting", false)
                .with("want_retweets", false)
                .with("all_replies", false)
                .with("marked_spam", false);
    }

    private Fields seen(Person one, Person other) {
        return Fields.of("id", one.id())
                .with("id_str", one.idText())
                .with("screen_name", one.handle())
                .with("following", graph.follows().has(one.id(), other.id()))
                .with("followed_by", graph.follows().has(other.id(), one.id()))
                .with("following_received", false)
                .with("following_requested", false);
    }

    private Optional<Person> person(Attempt attempt, String role) {
        Optional<String> id = attempt.call().query().first(role + "_id");
        Optional<String> name = attempt.call().query().first(role + "_screen_name");
        if (id.isEmpty() && name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(id.flatMap(people::byId)
                .or(() -> name.flatMap(people::byHandle))
                .orElseThrow(() -> Refused.because(Refusal.USER_NOT_FOUND)));
    }
}
