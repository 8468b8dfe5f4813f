package com.dmverify.sandbox.v2.user;

import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.decision.XDoor;
import com.dmverify.sandbox.people.People;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.people.SocialGraph;
import com.dmverify.sandbox.v2.V2Parameters;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code POST /2/users/:id/dm/block} and {@code /unblock}: no messages between the two, and nothing else. */
@Configuration(proxyBeanMethods = false)
class V2DmBlocks {

    private final XDoor door;
    private final People people;
    private final SocialGraph graph;

    V2DmBlocks(XDoor door, People people, SocialGraph graph) {
        this.door = door;
        this.people = people;
        this.graph = graph;
    }

    @Bean
    @Order(19)
    RouterFunction<ServerResponse> v2DmBlockRoutes() {
        return RouterFunctions.route()
                .POST("/2/users/{id}/dm/block", door.to(Endpoint.V2_DM_BLOCK, attempt -> block(attempt, true)))
                .POST("/2/users/{id}/dm/unblock", door.to(Endpoint.V2_DM_BLOCK, attempt -> block(attempt, false)))
                .build();
    }

    private Reply block(Attempt attempt, boolean blocked) {
        String id = attempt.call().path("id");
        Person target = people.byId(id).orElseThrow(() -> V2Parameters.notValid("id", id));
        if (blocked) {
            graph.dmBlocks().add(attempt.me().id(), target.id());
        } else {
            graph.dmBlocks().remove(attempt.me().id(), target.id());
        }
        return Reply.json(200, Fields.of("data", Fields.of("blocked", blocked)));
    }
}
