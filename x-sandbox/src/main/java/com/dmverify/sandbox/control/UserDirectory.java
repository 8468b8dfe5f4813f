package com.dmverify.sandbox.control;

import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.person.People;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.person.SocialGraph;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the users that a control call names, by id or handle. */
@Component
public class UserDirectory {

    private final People people;
    private final Apps apps;
    private final SocialGraph graph;

    UserDirectory(People people, Apps apps, SocialGraph graph) {
        this.people = people;
        this.apps = apps;
        this.graph = graph;
    }

    public Person user(ControlRequest request) {
        return person(request.call().path("id"));
    }

    /** Returns the brand of {@code ?brand=}, otherwise the first brand. */
    public Person brand(ControlRequest request) {
        Person brand = request.query("brand").map(this::person).orElseGet(this::firstBrand);
        if (!apps.isBrand(brand.id())) {
            throw ControlProblem.badRequest(
                    "@" + brand.handle() + " is not a brand; leave \"brand\" out for the first one.");
        }
        return brand;
    }

    public Person person(String idOrHandle) {
        String handle = idOrHandle.startsWith("@") ? idOrHandle.substring(1) : idOrHandle;
        return people.byId(handle)
                .or(() -> people.byHandle(handle))
                .orElseThrow(() -> ControlProblem.notFound("There is no user " + idOrHandle
                        + "; GET /sandbox/users lists them, POST /sandbox/users makes one."));
    }

    /** The JSON of a user, with the relationship to the first brand. */
    public JsonObject toJson(Person person) {
        return toJson(person, firstBrand());
    }

    /** The JSON of a user, with the relationship to this brand. */
    public JsonObject toJson(Person person, Person brand) {
        return JsonObject.of("id", person.idText())
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

    public List<JsonObject> brands() {
        return apps.brandIds().stream()
                .flatMap(id -> people.byId(id).stream())
                .map(this::toJson)
                .toList();
    }

    public Person firstBrand() {
        return people.byId(apps.brandIds().getFirst()).orElseThrow();
    }
}
