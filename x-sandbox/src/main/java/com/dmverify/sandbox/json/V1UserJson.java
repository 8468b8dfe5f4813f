package com.dmverify.sandbox.json;

import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.person.SocialGraph;
import org.springframework.stereotype.Component;

/** Makes the complete and the condensed user object of v1.1, without pictures. */
@Component
public class V1UserJson {

    private final SocialGraph graph;

    V1UserJson(SocialGraph graph) {
        this.graph = graph;
    }

    /** The complete object, with {@code id} as a number and {@code id_str}. */
    public JsonObject of(Person person) {
        return JsonObject.of("id", person.id())
                .with("id_str", person.idText())
                .with("name", person.name())
                .with("screen_name", person.handle())
                .with("location", "")
                .with("description", "")
                .with("protected", person.closed())
                .with("verified", person.verified())
                .with("followers_count", followers(person))
                .with("friends_count", friends(person))
                .with("listed_count", 0)
                .with("favourites_count", 0)
                .with("statuses_count", 0)
                .with("created_at", V1Time.text(person.createdAt()))
                .with("default_profile", true)
                .with("default_profile_image", true);
    }

    /** The condensed object of Account Activity, without empty members, as X does. */
    public JsonObject condensed(Person person) {
        return JsonObject.of("id", person.idText())
                .with("created_timestamp", Long.toString(person.createdAt().toEpochMilli()))
                .with("name", person.name())
                .with("screen_name", person.handle())
                .with("protected", person.closed())
                .with("verified", person.verified())
                .with("followers_count", followers(person))
                .with("friends_count", friends(person))
                .with("statuses_count", 0);
    }

    private int followers(Person person) {
        return graph.follows().countSources(person.id());
    }

    private int friends(Person person) {
        return graph.follows().countTargets(person.id());
    }
}
