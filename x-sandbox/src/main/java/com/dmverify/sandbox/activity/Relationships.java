package com.dmverify.sandbox.activity;

import com.dmverify.sandbox.activity.Activity.AccessRevoked;
import com.dmverify.sandbox.activity.Activity.RelationshipChanged;
import com.dmverify.sandbox.activity.Activity.RelationshipKind;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.person.SocialGraph;
import org.springframework.stereotype.Component;

/** Following, blocking and taking access away, with the news of it. Nothing is told when nothing changed. */
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

    /** A block ends following, both ways, without news of it. */
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

    /** The user's tokens of this app are gone: the app is told, for the last time. */
    public void revoked(Person user, String appId) {
        publisher.publish(new AccessRevoked(user, appId));
        subscriptions.remove(subscription ->
                subscription.userId() == user.id() && subscription.app().id().equals(appId));
    }
}
