package com.dmverify.sandbox.activity;

import com.dmverify.sandbox.Stats;
import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.activity.Activity.Read;
import com.dmverify.sandbox.activity.Activity.Typing;
import com.dmverify.sandbox.activity.Activity.Written;
import com.dmverify.sandbox.limit.Allowance;
import com.dmverify.sandbox.message.Conversations;
import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.message.Draft;
import com.dmverify.sandbox.message.Messages;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.people.Snowflakes;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes DMs that may be sent, keeps them, and tells of them. */
@Component
public class PostOffice {

    private final Messages messages;
    private final Feed feed;
    private final Stats stats;
    private final Apps apps;
    private final Allowance allowance;
    private final Snowflakes ids;
    private final Clock clock;

    PostOffice(Messages messages, Feed feed, Stats stats, Apps apps, Allowance allowance, Snowflakes ids, Clock clock) {
        this.apps = apps;
        this.allowance = allowance;
        this.messages = messages;
        this.feed = feed;
        this.stats = stats;
        this.ids = ids;
        this.clock = clock;
    }

    /** Accepts a message; {@code appId} is {@code null} when a person writes by hand. */
    public DirectMessage accept(Person sender, List<Person> recipients, Draft draft, @Nullable String appId) {
        String conversation = draft.conversation();
        List<Long> to = recipients.stream().map(Person::id).toList();
        DirectMessage message = new DirectMessage(
                ids.next(),
                conversation == null ? Conversations.between(sender.id(), to.getFirst()) : conversation,
                sender.id(),
                to,
                draft.text(),
                clock.instant(),
                appId,
                draft.extras());
        messages.add(message);
        if (!apps.isBrand(sender.id())) {
            to.forEach(recipient -> allowance.open(recipient, sender.id()));
        }
        if (appId != null) {
            stats.dm(messages.isRepetition(message));
        }
        feed.publish(new Written(message, sender, recipients));
        return message;
    }

    /** The reader has seen the writer's messages up to this one. */
    public void read(Person reader, Person writer, long lastId) {
        feed.publish(new Read(reader, writer, lastId));
    }

    public void typing(Person writer, Person reader) {
        feed.publish(new Typing(writer, reader));
    }
}
