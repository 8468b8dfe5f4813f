package com.dmverify.cli.activity;

import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.x.UserId;
import com.dmverify.x.subscription.Webhook;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** The webhooks and subscriptions of one family. A refusal of X is a {@link CommandFailedException}. */
public interface ActivityApi {

    /** The webhooks that are registered. */
    List<Webhook> webhooks();

    /** Registers a URL; X sends a CRC check to it at once. */
    Webhook register(URI url);

    /** Requests a CRC check now. Returns whether the webhook is valid after it. */
    boolean validate(String webhookId);

    void delete(String webhookId);

    /** The subscriptions of a webhook. */
    List<Subscription> subscriptions(String webhookId);

    /**
     * Subscribes the account of the credentials.
     *
     * @param eventTypes for X Activity: which events; the other families deliver all
     * @return what is new; empty if it was subscribed already
     */
    List<Subscription> subscribe(String webhookId, List<String> eventTypes);

    /** Ends the subscriptions of an account. Returns those that ended; empty if there were none. */
    List<Subscription> unsubscribe(String webhookId, UserId user);

    /** Requests a replay of the events between two times, to the minute. Returns X's id of the job. */
    String replay(String webhookId, Instant from, Instant to);
}
