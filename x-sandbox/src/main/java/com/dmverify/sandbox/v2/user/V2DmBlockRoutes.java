package com.dmverify.sandbox.v2.user;

import com.dmverify.sandbox.decision.ApiHandlers;
import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.decision.Endpoint;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.person.People;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.person.SocialGraph;
import com.dmverify.sandbox.v2.V2Parameters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code POST /2/users/:id/dm/block} and {@code /unblock}: blocks messages between the two, and nothing else. */
@Configuration(proxyBeanMethods = false)
class V2DmBlockRoutes {

    private final ApiHandlers handlers;
    private final People people;
    private final SocialGraph graph;

    V2DmBlockRoutes(ApiHandlers handlers, People people, SocialGraph graph) {
        this.handlers = handlers;
        this.people = people;
        this.graph = graph;
    }

    @Bean
    @Order(19)
    RouterFunction<ServerResponse> v2DmBlockRouterFunction() {
        return RouterFunctions.route()
                .POST("/2/users/{id}/dm/block", handlers.handle(Endpoint.V2_DM_BLOCK, request -> block(request, true)))
                .POST(
                        "/2/users/{id}/dm/unblock",
                        handlers.handle(Endpoint.V2_DM_BLOCK, request -> block(request, false)))
                .build();
    }

    private Reply block(ApiRequest request, boolean blocked) {
        String id = request.call().path("id");
        Person target = people.byId(id).orElseThrow(() -> V2Parameters.notValid("id", id));
        if (blocked) {
            graph.dmBlocks().add(request.me().id(), target.id());
        } else {
            graph.dmBlocks().remove(request.me().id(), target.id());
        }
        return Reply.json(200, JsonObject.of("data", JsonObject.of("blocked", blocked)));
    }
}
