package com.dmverify.sandbox.control.user;

import com.dmverify.sandbox.control.ControlHandlers;
import com.dmverify.sandbox.control.ControlProblem;
import com.dmverify.sandbox.control.ControlRequest;
import com.dmverify.sandbox.control.UserDirectory;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.person.People;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.person.Snowflakes;
import com.dmverify.sandbox.person.SocialGraph;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** {@code /sandbox/users}: creates, changes and lists users. */
@Configuration(proxyBeanMethods = false)
class UserRoutes {

    private static final int USUAL_LIST = 100;
    private static final int LONGEST_LIST = 100_000;

    private final ControlHandlers handlers;
    private final UserDirectory directory;
    private final People people;
    private final SocialGraph graph;
    private final BulkUsers bulk;
    private final Snowflakes ids;
    private final Clock clock;

    UserRoutes(
            ControlHandlers handlers,
            UserDirectory directory,
            People people,
            SocialGraph graph,
            BulkUsers bulk,
            Snowflakes ids,
            Clock clock) {
        this.handlers = handlers;
        this.directory = directory;
        this.people = people;
        this.graph = graph;
        this.bulk = bulk;
        this.ids = ids;
        this.clock = clock;
    }

    @Bean
    @Order(30)
    RouterFunction<ServerResponse> userRouterFunction() {
        return RouterFunctions.route()
                .POST("/sandbox/users/bulk", handlers.handleBlocking(bulk::make))
                .POST("/sandbox/users", handlers.handle(this::make))
                .GET("/sandbox/users", handlers.handleBlocking(this::list))
                .GET(
                        "/sandbox/users/{id}",
                        handlers.handle(request ->
                                Reply.json(200, directory.toJson(directory.user(request), directory.brand(request)))))
                .PATCH("/sandbox/users/{id}", handlers.handle(this::change))
                .build();
    }

    private Reply make(ControlRequest request) {
        UserChange wanted = UserChange.read(request);
        String handle = wanted.username()
                .orElseThrow(
                        () -> ControlProblem.badRequest("\"username\" is missing; it is the handle without its @."));
        Person person = wanted.applyTo(Person.of(ids.next(), handle, clock.instant()));
        if (people.remainingCapacity() <= 0) {
            throw ControlProblem.conflict(
                    "There are as many users as x-sandbox.people.most allows; reset or raise it.");
        }
        if (!people.add(person)) {
            throw taken(handle);
        }
        follow(person, wanted);
        return Reply.json(201, directory.toJson(person)).header("location", "/sandbox/users/" + person.idText());
    }

    /** A changed follow is not delivered to webhooks; {@code /follow} is. */
    private Reply change(ControlRequest request) {
        Person person = directory.user(request);
        UserChange wanted = UserChange.read(request);
        Person changed = people.change(person, wanted::applyTo)
                .orElseThrow(() -> taken(wanted.username().orElse("")));
        follow(changed, wanted);
        return Reply.json(200, directory.toJson(changed));
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

    private Reply list(ControlRequest request) {
        int limit = request.limit(USUAL_LIST, LONGEST_LIST);
        Person brand = directory.brand(request);
        return Reply.json(
                200,
                people.withPrefix(request.query("prefix").orElse(""))
                        .limit(limit)
                        .map(person -> directory.toJson(person, brand))
                        .toList());
    }

    private ControlProblem taken(String handle) {
        String owner = people.byHandle(handle).map(Person::idText).orElse("?");
        return ControlProblem.conflict(
                "@" + handle + " belongs to user " + owner + "; choose another, or PATCH that one.");
    }
}
