package com.dmverify.sandbox.control.user;

import com.dmverify.sandbox.activity.MessageDelivery;
import com.dmverify.sandbox.activity.Relationships;
import com.dmverify.sandbox.control.ControlHandlers;
import com.dmverify.sandbox.control.ControlProblem;
import com.dmverify.sandbox.control.ControlRequest;
import com.dmverify.sandbox.control.UserDirectory;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.message.Draft;
import com.dmverify.sandbox.message.Messages;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.person.SocialGraph;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Actions of a user: follow, block, write, read. The brand's webhook gets a delivery. */
@Configuration(proxyBeanMethods = false)
class UserActionRoutes {

    private static final String USER = "/sandbox/users/{id}/";

    private final ControlHandlers handlers;
    private final UserDirectory directory;
    private final Relationships relationships;
    private final MessageDelivery messageDelivery;
    private final Messages messages;
    private final SocialGraph graph;
    private final UserMessageReader writing;

    UserActionRoutes(
            ControlHandlers handlers,
            UserDirectory directory,
            Relationships relationships,
            MessageDelivery messageDelivery,
            Messages messages,
            SocialGraph graph,
            UserMessageReader writing) {
        this.graph = graph;
        this.writing = writing;
        this.handlers = handlers;
        this.directory = directory;
        this.relationships = relationships;
        this.messageDelivery = messageDelivery;
        this.messages = messages;
    }

    @Bean
    @Order(31)
    RouterFunction<ServerResponse> userActionRouterFunction() {
        return RouterFunctions.route()
                .POST(USER + "follow", handlers.handle(request -> done(request, relationships::follow)))
                .POST(USER + "unfollow", handlers.handle(request -> done(request, relationships::unfollow)))
                .POST(USER + "block", handlers.handle(request -> done(request, relationships::block)))
                .POST(USER + "unblock", handlers.handle(request -> done(request, relationships::unblock)))
                .POST(USER + "typing", handlers.handle(request -> done(request, messageDelivery::typing)))
                .POST(USER + "read", handlers.handle(this::read))
                .POST(USER + "dms", handlers.handle(this::write))
                .build();
    }

    private Reply done(ControlRequest request, UserAction action) {
        Person user = directory.user(request);
        Person brand = directory.brand(request);
        action.does(user, brand);
        return Reply.json(200, directory.toJson(user, brand));
    }

    private Reply write(ControlRequest request) {
        Person user = directory.user(request);
        Person brand = directory.brand(request);
        Draft draft = writing.read(request, user, brand);
        if (user.suspended()) {
            throw ControlProblem.conflict("@" + user.handle() + " is suspended and cannot write.");
        }
        if (graph.isBlockedEitherWay(user.id(), brand.id())) {
            throw ControlProblem.conflict("@" + user.handle() + " and @" + brand.handle()
                    + " do not exchange messages: one has blocked the other; POST /sandbox/users/{id}/unblock or X's"
                    + " dm/unblock opens it again.");
        }
        DirectMessage message = messageDelivery.accept(user, List.of(brand), draft, null);
        return Reply.json(201, JsonObject.of("id", message.idText()).with("conversation", message.conversation()));
    }

    private Reply read(ControlRequest request) {
        Person user = directory.user(request);
        Person brand = directory.brand(request);
        Optional<DirectMessage> last = messages.mailbox(user.id())
                .filter(message -> message.sender() == brand.id())
                .findFirst();
        last.ifPresent(message -> {
            messages.read(user.id(), message.id());
            messageDelivery.read(user, brand, message.id());
        });
        return Reply.json(
                200, JsonObject.of("last_read", last.map(DirectMessage::idText).orElse(null)));
    }

    /** An action of a user towards a brand. */
    private interface UserAction {

        void does(Person user, Person brand);
    }
}
