package com.dmverify.sandbox.json;

import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.message.DmRules;
import com.dmverify.sandbox.message.DmRules.DmPermission;
import com.dmverify.sandbox.person.DirectedRelation;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.person.SocialGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the user object of v2: id, name, username and the requested {@code user.fields}. */
@Component
public class V2UserJson {

    private final SocialGraph graph;
    private final DmRules rules;

    V2UserJson(SocialGraph graph, DmRules rules) {
        this.graph = graph;
        this.rules = rules;
    }

    /** The user as {@code viewer} sees it; {@code null} is an app-only call, which sees no relationships. */
    public JsonObject of(Person person, Set<String> fields, @Nullable Person viewer) {
        JsonObject user =
                JsonObject.of("id", person.idText()).with("name", person.name()).with("username", person.handle());
        for (String field : fields) {
            switch (field) {
                case "created_at" -> user.with(field, IsoTime.of(person.createdAt()));
                case "protected" -> user.with(field, person.closed());
                case "verified" -> user.with(field, person.verified());
                case "verified_type" -> user.with(field, person.verified() ? "blue" : "none");
                case "description", "location", "url" -> user.with(field, "");
                case "public_metrics" -> user.with(field, metrics(person));
                case "receives_your_dm" -> user.with(field, receives(person, viewer));
                case "connection_status" -> user.with(field, connections(person, viewer));
                default -> {}
            }
        }
        return user;
    }

    /** The user in events of the X Activity API: under {@code data}, with all fields. */
    public JsonObject inEvent(Person person) {
        JsonObject user = of(person, Set.of(), null)
                .with("verified", person.verified())
                .with("verified_type", person.verified() ? "blue" : "none")
                .with("protected", person.closed())
                .with("created_at", IsoTime.of(person.createdAt()))
                .with("url", "")
                .with("location", "")
                .with("description", "")
                .with("is_identity_verified", false)
                .with("public_metrics", metricsOfEvent(person));
        return JsonObject.of("data", user);
    }

    private @Nullable Boolean receives(Person person, @Nullable Person viewer) {
        return viewer == null ? null : rules.mayWrite(viewer, person) == DmPermission.ALLOWED && !person.suspended();
    }

    private @Nullable List<String> connections(Person person, @Nullable Person viewer) {
        if (viewer == null) {
            return null;
        }
        DirectedRelation follows = graph.follows();
        List<String> all = new ArrayList<>();
        if (follows.has(person.id(), viewer.id())) {
            all.add("followed_by");
        }
        if (follows.has(viewer.id(), person.id())) {
            all.add("following");
        }
        if (graph.blocks().has(viewer.id(), person.id())) {
            all.add("blocking");
        }
        return all.isEmpty() ? null : all;
    }

    private JsonObject metrics(Person person) {
        return JsonObject.of("followers_count", graph.follows().countSources(person.id()))
                .with("following_count", graph.follows().countTargets(person.id()))
                .with("tweet_count", 0)
                .with("listed_count", 0);
    }

    /** Metrics with each number also as text. */
    private JsonObject metricsOfEvent(Person person) {
        JsonObject twice = new JsonObject();
        metrics(person).forEach((name, count) -> twice.with(name, count).with(name + "_str", count.toString()));
        return twice;
    }
}
