package com.dmverify.sandbox.control.user;

import com.dmverify.sandbox.control.ControlHandlers;
import com.dmverify.sandbox.control.ControlRequest;
import com.dmverify.sandbox.control.UserDirectory;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.json.IsoTime;
import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.message.DmRules;
import com.dmverify.sandbox.message.Messages;
import com.dmverify.sandbox.person.People;
import com.dmverify.sandbox.person.Person;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Reads inboxes, conversations and sent DMs. */
@Configuration(proxyBeanMethods = false)
class InboxRoutes {

    private static final int USUAL_INBOX = 100;
    private static final int USUAL_DMS = 100_000;
    private static final int LONGEST = 1_000_000;

    private final ControlHandlers handlers;
    private final UserDirectory directory;
    private final Messages messages;
    private final People people;
    private final DmRules rules;

    InboxRoutes(ControlHandlers handlers, UserDirectory directory, Messages messages, People people, DmRules rules) {
        this.handlers = handlers;
        this.directory = directory;
        this.messages = messages;
        this.people = people;
        this.rules = rules;
    }

    @Bean
    @Order(32)
    RouterFunction<ServerResponse> inboxRouterFunction() {
        return RouterFunctions.route()
                .GET("/sandbox/users/{id}/inbox", handlers.handle(this::inbox))
                .GET("/sandbox/users/{id}/conversation", handlers.handle(this::conversation))
                .GET("/sandbox/dms", handlers.handleBlocking(this::dms))
                .build();
    }

    /** The received messages, newest first. */
    private Reply inbox(ControlRequest request) {
        Person user = directory.user(request);
        return Reply.json(
                200,
                messages.mailbox(user.id())
                        .filter(message -> message.sender() != user.id())
                        .limit(request.limit(USUAL_INBOX, LONGEST))
                        .map(message -> toJson(message).with("folder", folder(message, user)))
                        .toList());
    }

    /** The conversation with the brand, newest first. */
    private Reply conversation(ControlRequest request) {
        Person user = directory.user(request);
        Person brand = directory.brand(request);
        return Reply.json(
                200,
                messages.mailbox(user.id())
                        .filter(message -> message.concerns(brand.id()))
                        .limit(request.limit(USUAL_INBOX, LONGEST))
                        .map(message -> toJson(message)
                                .with("mine", message.sender() == user.id())
                                .with("folder", folder(message, user))
                                .with("read", message.id() <= messages.lastRead(user.id())))
                        .toList());
    }

    /** Every accepted DM of an app, oldest first. */
    private Reply dms(ControlRequest request) {
        long since = request.query("since").map(Since::parse).orElse(0L);
        return Reply.json(
                200,
                messages.since(since)
                        .filter(message -> message.appId() != null)
                        .limit(request.limit(USUAL_DMS, LONGEST))
                        .map(message -> toJson(message)
                                .with("to", handle(message.recipients().getFirst()))
                                .with("to_id", message.recipients().getFirst().toString()))
                        .toList());
    }

    private JsonObject toJson(DirectMessage message) {
        return JsonObject.of("id", message.idText())
                .with("from", handle(message.sender()))
                .with("from_id", Long.toString(message.sender()))
                .with("text", message.text())
                .with("created_at", IsoTime.of(message.createdAt()));
    }

    private String folder(DirectMessage message, Person user) {
        return rules.isRequest(message.sender(), user.id()) ? "requests" : "inbox";
    }

    private String handle(long id) {
        return people.byId(id).map(Person::handle).orElse("");
    }
}
