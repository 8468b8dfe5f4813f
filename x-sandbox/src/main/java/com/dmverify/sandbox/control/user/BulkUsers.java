package com.dmverify.sandbox.control.user;

import com.dmverify.sandbox.control.ControlProblem;
import com.dmverify.sandbox.control.ControlRequest;
import com.dmverify.sandbox.control.UserDirectory;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.person.DmSetting;
import com.dmverify.sandbox.person.People;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.person.Snowflakes;
import com.dmverify.sandbox.person.SocialGraph;
import com.dmverify.sandbox.person.Username;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Creates many users: {@code prefix1} … {@code prefixN}, who follow the brand and accept DMs from everyone. */
@Component
class BulkUsers {

    private static final Set<String> KNOWN = Set.of("count", "prefix");
    private static final int MOST = 1_000_000;

    private final People people;
    private final SocialGraph graph;
    private final UserDirectory directory;
    private final Snowflakes ids;
    private final Clock clock;

    BulkUsers(People people, SocialGraph graph, UserDirectory directory, Snowflakes ids, Clock clock) {
        this.people = people;
        this.graph = graph;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    /** Existing users are kept, follow the brand and accept DMs afterwards. */
    Reply make(ControlRequest request) {
        JsonNode body = request.body(KNOWN);
        int count = (int) ControlRequest.number(body, "count", 1, MOST)
                .orElseThrow(() -> ControlProblem.badRequest("\"count\" is missing; it is the number of users."));
        String prefix = ControlRequest.text(body, "prefix").orElse("user");
        if (!Username.isValid(prefix + count)) {
            throw ControlProblem.badRequest("\"prefix\" and the number together must be 1 to 15 letters, digits or _.");
        }
        if (people.remainingCapacity() < count) {
            throw ControlProblem.conflict("There is space for " + people.remainingCapacity()
                    + " more users; ask for fewer, reset, or raise x-sandbox.people.most.");
        }
        return Reply.json(
                201, JsonObject.of("count", count).with("prefix", prefix).with("created", make(prefix, count)));
    }

    private int make(String prefix, int count) {
        long brand = directory.firstBrand().id();
        Instant now = clock.instant();
        int created = 0;
        for (int i = 1; i <= count; i++) {
            Person person = Person.of(ids.next(), prefix + i, now);
            if (people.add(person)) {
                created++;
                graph.follows().add(person.id(), brand);
            } else {
                open(people.byHandle(prefix + i), brand);
            }
        }
        return created;
    }

    private void open(Optional<Person> known, long brand) {
        known.flatMap(person -> people.change(person, it -> it.withDmSetting(DmSetting.EVERYONE)))
                .ifPresent(person -> graph.follows().add(person.id(), brand));
    }
}
