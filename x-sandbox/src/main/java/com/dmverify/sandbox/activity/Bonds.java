package com.dmverify.sandbox.activity;

import com.dmverify.sandbox.activity.Activity.Bond;
import com.dmverify.sandbox.activity.Activity.Related;
import com.dmverify.sandbox.activity.Activity.Revoked;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.people.SocialGraph;
import org.springframework.stereotype.Component;

/** Following, blocking and taking access away, with the news of it. Nothing is told when nothing changed. */
@Component
public class Bonds {

    private final SocialGraph graph;
    private final Feed feed;
    private final Subscriptions subscriptions;

    Bonds(SocialGraph graph, Feed feed, Subscriptions subscriptions) {
        this.graph = graph;
        this.feed = feed;
        this.subscriptions = subscriptions;
    }

    public void follow(Person source, Person target) {
        if (graph.follows().add(source.id(), target.id())) {
            feed.publish(new Related(Bond.FOLLOW, true, source, target));
        }
    }

    public void unfollow(Person source, Person target) {
        if (graph.follows().remove(source.id(), target.id())) {
            feed.publish(new Related(Bond.FOLLOW, false, source, target));
        }
    }

    /** A block ends following, both ways, without news of it. */
    public void block(Person source, Person target) {
        if (graph.blocks().add(source.id(), target.id())) {
            graph.follows().remove(source.id(), target.id());
            graph.follows().remove(target.id(), source.id());
            feed.publish(new Related(Bond.BLOCK, true, source, target));
        }
    }

    public void unblock(Person source, Person target) {
        if (graph.blocks().remove(source.id(), target.id())) {
            feed.publish(new Related(Bond.BLOCK, false, source, target));
        }
    }

    /** The user's tokens of this app are gone: the app is told, for the last time. */
    public void revoked(Person user, String appId) {
        feed.publish(new Revoked(user, appId));
        subscriptions.remove(subscription ->
                subscription.userId() == user.id() && subscription.app().id().equals(appId));
    }
}
