package com.dmverify.sandbox.activity;

import com.dmverify.sandbox.activity.Activity.AccessRevoked;
import com.dmverify.sandbox.activity.Activity.RelationshipChanged;
import com.dmverify.sandbox.activity.Activity.RelationshipKind;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.person.SocialGraph;
import org.springframework.stereotype.Component;

/** Changes follows, blocks and app access, and publishes each change. */
@Component
public class Relationships {

    private final SocialGraph graph;
    private final ActivityPublisher publisher;
    private final Subscriptions subscriptions;

    Relationships(SocialGraph graph, ActivityPublisher publisher, Subscriptions subscriptions) {
        this.graph = graph;
        this.publisher = publisher;
        this.subscriptions = subscriptions;
    }

    public void follow(Person source, Person target) {
        if (graph.follows().add(source.id(), target.id())) {
            publisher.publish(new RelationshipChanged(RelationshipKind.FOLLOW, true, source, target));
        }
    }

    public void unfollow(Person source, Person target) {
        if (graph.follows().remove(source.id(), target.id())) {
            publisher.publish(new RelationshipChanged(RelationshipKind.FOLLOW, false, source, target));
        }
    }

    /** A block ends the follows in both directions; these ends are not published. */
    public void block(Person source, Person target) {
        if (graph.blocks().add(source.id(), target.id())) {
            graph.follows().remove(source.id(), target.id());
            graph.follows().remove(target.id(), source.id());
            publisher.publish(new RelationshipChanged(RelationshipKind.BLOCK, true, source, target));
        }
    }

    public void unblock(Person source, Person target) {
        if (graph.blocks().remove(source.id(), target.id())) {
            publisher.publish(new RelationshipChanged(RelationshipKind.BLOCK, false, source, target));
        }
    }

    /** Publishes that the user revoked the app's access, and ends the app's subscriptions to the user. */
    public void revoked(Person user, String appId) {
        publisher.publish(new AccessRevoked(user, appId));
        subscriptions.remove(subscription ->
                subscription.userId() == user.id() && subscription.app().id().equals(appId));
    }
}
