package com.dmverify.sandbox.control.people;

import com.dmverify.sandbox.control.Complaint;
import com.dmverify.sandbox.control.ControlDoor;
import com.dmverify.sandbox.control.Directory;
import com.dmverify.sandbox.control.Instruction;
import com.dmverify.sandbox.people.People;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.people.Snowflakes;
import com.dmverify.sandbox.people.SocialGraph;
import com.dmverify.sandbox.wire.Reply;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code /sandbox/users}: makes people, changes and lists them. */
@Configuration(proxyBeanMethods = false)
class UserDoors {

    private static final int USUAL_LIST = 100;
    private static final int LONGEST_LIST = 100_000;

    private final ControlDoor door;
    private final Directory directory;
    private final People people;
    private final SocialGraph graph;
    private final BulkUsers bulk;
    private final Snowflakes ids;
    private final Clock clock;

    UserDoors(
            ControlDoor door,
            Directory directory,
            People people,
            SocialGraph graph,
            BulkUsers bulk,
            Snowflakes ids,
            Clock clock) {
        this.door = door;
        this.directory = directory;
        this.people = people;
        this.graph = graph;
        this.bulk = bulk;
        this.ids = ids;
        this.clock = clock;
    }

    @Bean
    @Order(30)
    RouterFunction<ServerResponse> userRoutes() {
        return RouterFunctions.route()
                .POST("/sandbox/users/bulk", door.waiting(bulk::make))
                .POST("/sandbox/users", door.to(this::make))
                .GET("/sandbox/users", door.waiting(this::list))
                .GET(
                        "/sandbox/users/{id}",
                        door.to(instruction -> Reply.json(
                                200, directory.portrait(directory.user(instruction), directory.brand(instruction)))))
                .PATCH("/sandbox/users/{id}", door.to(this::change))
                .build();
    }

    private Reply make(Instruction instruction) {
        UserChange wanted = UserChange.read(instruction);
        String handle = wanted.username()
                .orElseThrow(() -> Complaint.badRequest("\"username\" is missing; it is the handle without its @."));
        Person person = wanted.applyTo(Person.of(ids.next(), handle, clock.instant()));
        if (people.room() <= 0) {
            throw Complaint.conflict("There are as many users as x-sandbox.people.most allows; reset or raise it.");
        }
        if (!people.add(person)) {
            throw taken(handle);
        }
        follow(person, wanted);
        return Reply.json(201, directory.portrait(person)).header("location", "/sandbox/users/" + person.idText());
    }

    /** Whoever follows or not by such an instruction does it in silence; {@code /follow} is the way that X tells of. */
    private Reply change(Instruction instruction) {
        Person person = directory.user(instruction);
        UserChange wanted = UserChange.read(instruction);
        Person changed = people.change(person, wanted::applyTo)
                .orElseThrow(() -> taken(wanted.username().orElse("")));
        follow(changed, wanted);
        return Reply.json(200, directory.portrait(changed));
    }

    private void follow(Person person, UserChange wanted) {
        long brand = directory.firstBrand().id();
        wanted.followsBrand().ifPresent(follows -> {
            if (follows) {
                graph.follows().add(person.id(), brand);
            } else {
                graph.follows().remove(person.id(), brand);
            }
        });
    }

    private Reply list(Instruction instruction) {
        int limit = instruction.limit(USUAL_LIST, LONGEST_LIST);
        Person brand = directory.brand(instruction);
        return Reply.json(
                200,
                people.withPrefix(instruction.query("prefix").orElse(""))
                        .limit(limit)
                        .map(person -> directory.portrait(person, brand))
                        .toList());
    }

    private Complaint taken(String handle) {
        String owner = people.byHandle(handle).map(Person::idText).orElse("?");
        return Complaint.conflict("@" + handle + " belongs to user " + owner + "; choose another, or PATCH that one.");
    }
}
