package com.dmverify.sandbox.control;

import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.people.People;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.people.SocialGraph;
import com.dmverify.sandbox.wire.Fields;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the people that an instruction speaks of, by id or by handle. */
@Component
public class Directory {

    private final People people;
    private final Apps apps;
    private final SocialGraph graph;

    Directory(People people, Apps apps, SocialGraph graph) {
        this.people = people;
        this.apps = apps;
        this.graph = graph;
    }

    public Person user(Instruction instruction) {
        return person(instruction.call().path("id"));
    }

    /** The brand that {@code ?brand=} names, else the first. */
    public Person brand(Instruction instruction) {
        Person brand = instruction.query("brand").map(this::person).orElseGet(this::firstBrand);
        if (!apps.isBrand(brand.id())) {
            throw Complaint.badRequest(
                    "@" + brand.handle() + " is not a brand; leave \"brand\" out for the first one.");
        }
        return brand;
    }

    public Person person(String idOrHandle) {
        String handle = idOrHandle.startsWith("@") ? idOrHandle.substring(1) : idOrHandle;
        return people.byId(handle)
                .or(() -> people.byHandle(handle))
                .orElseThrow(() -> Complaint.notFound("There is no user " + idOrHandle
                        + "; GET /sandbox/users lists them, POST /sandbox/users makes one."));
    }

    /** As the first brand sees somebody. */
    public Fields portrait(Person person) {
        return portrait(person, firstBrand());
    }

    /** As this brand sees somebody. */
    public Fields portrait(Person person, Person brand) {
        return Fields.of("id", person.idText())
                .with("username", person.handle())
                .with("name", person.name())
                .with("follows_brand", graph.follows().has(person.id(), brand.id()))
                .with("blocks_brand", graph.blocks().has(person.id(), brand.id()))
                .with("dm_setting", person.dmSetting())
                .with("suspended", person.suspended())
                .with("verified", person.verified())
                .with("protected", person.closed())
                .with("brand", apps.isBrand(person.id()));
    }

    public List<Fields> brands() {
        return apps.brandIds().stream()
                .flatMap(id -> people.byId(id).stream())
                .map(this::portrait)
                .toList();
    }

    public Person firstBrand() {
        return people.byId(apps.brandIds().getFirst()).orElseThrow();
    }
}
