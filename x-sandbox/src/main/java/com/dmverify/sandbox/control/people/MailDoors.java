package com.dmverify.sandbox.control.people;

import com.dmverify.sandbox.control.ControlDoor;
import com.dmverify.sandbox.control.Directory;
import com.dmverify.sandbox.control.Instruction;
import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.message.Messages;
import com.dmverify.sandbox.message.WritingRules;
import com.dmverify.sandbox.people.People;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.portrait.IsoTime;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Looks into inboxes. */
@Configuration(proxyBeanMethods = false)
class MailDoors {

    private static final int USUAL_INBOX = 100;
    private static final int USUAL_DMS = 100_000;
    private static final int LONGEST = 1_000_000;

    private final ControlDoor door;
    private final Directory directory;
    private final Messages messages;
    private final People people;
    private final WritingRules rules;

    MailDoors(ControlDoor door, Directory directory, Messages messages, People people, WritingRules rules) {
        this.door = door;
        this.directory = directory;
        this.messages = messages;
        this.people = people;
        this.rules = rules;
    }

    @Bean
    @Order(32)
    RouterFunction<ServerResponse> mailRoutes() {
        return RouterFunctions.route()
                .GET("/sandbox/users/{id}/inbox", door.to(this::inbox))
                .GET("/sandbox/users/{id}/conversation", door.to(this::conversation))
                .GET("/sandbox/dms", door.waiting(this::dms))
                .build();
    }

    /** What others wrote to this user, newest first. */
    private Reply inbox(Instruction instruction) {
        Person user = directory.user(instruction);
        return Reply.json(
                200,
                messages.mailbox(user.id())
                        .filter(message -> message.sender() != user.id())
                        .limit(instruction.limit(USUAL_INBOX, LONGEST))
                        .map(message -> portrait(message).with("folder", folder(message, user)))
                        .toList());
    }

    /** Both sides of the talk with the brand, newest first. */
    private Reply conversation(Instruction instruction) {
        Person user = directory.user(instruction);
        Person brand = directory.brand(instruction);
        return Reply.json(
                200,
                messages.mailbox(user.id())
                        .filter(message -> message.concerns(brand.id()))
                        .limit(instruction.limit(USUAL_INBOX, LONGEST))
                        .map(message -> portrait(message)
                                .with("mine", message.sender() == user.id())
                                .with("folder", folder(message, user))
                                .with("read", message.id() <= messages.lastRead(user.id())))
                        .toList());
    }

    /** Every DM that an app sent and X accepted, oldest first. */
    private Reply dms(Instruction instruction) {
        long since = instruction.query("since").map(Since::parse).orElse(0L);
        return Reply.json(
                200,
                messages.since(since)
                        .filter(message -> message.appId() != null)
                        .limit(instruction.limit(USUAL_DMS, LONGEST))
                        .map(message -> portrait(message)
                                .with("to", handle(message.recipients().getFirst()))
                                .with("to_id", message.recipients().getFirst().toString()))
                        .toList());
    }

    private Fields portrait(DirectMessage message) {
        return Fields.of("id", message.idText())
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
