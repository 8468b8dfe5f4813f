package com.dmverify.sandbox.control.people;

import com.dmverify.sandbox.activity.Bonds;
import com.dmverify.sandbox.activity.PostOffice;
import com.dmverify.sandbox.control.Complaint;
import com.dmverify.sandbox.control.ControlDoor;
import com.dmverify.sandbox.control.Directory;
import com.dmverify.sandbox.control.Instruction;
import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.message.Draft;
import com.dmverify.sandbox.message.Messages;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.people.SocialGraph;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** What a user does by hand: follows, blocks, writes, reads. X tells the brand's webhook of it. */
@Configuration(proxyBeanMethods = false)
class LifeDoors {

    private static final String USER = "/sandbox/users/{id}/";

    private final ControlDoor door;
    private final Directory directory;
    private final Bonds bonds;
    private final PostOffice postOffice;
    private final Messages messages;
    private final SocialGraph graph;
    private final Writing writing;

    LifeDoors(
            ControlDoor door,
            Directory directory,
            Bonds bonds,
            PostOffice postOffice,
            Messages messages,
            SocialGraph graph,
            Writing writing) {
        this.graph = graph;
        this.writing = writing;
        this.door = door;
        this.directory = directory;
        this.bonds = bonds;
        this.postOffice = postOffice;
        this.messages = messages;
    }

    @Bean
    @Order(31)
    RouterFunction<ServerResponse> lifeRoutes() {
        return RouterFunctions.route()
                .POST(USER + "follow", door.to(instruction -> done(instruction, bonds::follow)))
                .POST(USER + "unfollow", door.to(instruction -> done(instruction, bonds::unfollow)))
                .POST(USER + "block", door.to(instruction -> done(instruction, bonds::block)))
                .POST(USER + "unblock", door.to(instruction -> done(instruction, bonds::unblock)))
                .POST(USER + "typing", door.to(instruction -> done(instruction, postOffice::typing)))
                .POST(USER + "read", door.to(this::read))
                .POST(USER + "dms", door.to(this::write))
                .build();
    }

    private Reply done(Instruction instruction, Deed deed) {
        Person user = directory.user(instruction);
        Person brand = directory.brand(instruction);
        deed.does(user, brand);
        return Reply.json(200, directory.portrait(user, brand));
    }

    private Reply write(Instruction instruction) {
        Person user = directory.user(instruction);
        Person brand = directory.brand(instruction);
        Draft draft = writing.read(instruction, user, brand);
        if (user.suspended()) {
            throw Complaint.conflict("@" + user.handle() + " is suspended and cannot write.");
        }
        if (graph.isShut(user.id(), brand.id())) {
            throw Complaint.conflict("@" + user.handle() + " and @" + brand.handle()
                    + " do not exchange messages: one has blocked the other; POST /sandbox/users/{id}/unblock or X's"
                    + " dm/unblock opens it again.");
        }
        DirectMessage message = postOffice.accept(user, List.of(brand), draft, null);
        return Reply.json(201, Fields.of("id", message.idText()).with("conversation", message.conversation()));
    }

    private Reply read(Instruction instruction) {
        Person user = directory.user(instruction);
        Person brand = directory.brand(instruction);
        Optional<DirectMessage> last = messages.mailbox(user.id())
                .filter(message -> message.sender() == brand.id())
                .findFirst();
        last.ifPresent(message -> {
            messages.read(user.id(), message.id());
            postOffice.read(user, brand, message.id());
        });
        return Reply.json(
                200, Fields.of("last_read", last.map(DirectMessage::idText).orElse(null)));
    }

    /** What one does to another. */
    private interface Deed {

        void does(Person user, Person brand);
    }
}
