package com.dmverify.sandbox.activity;

import com.dmverify.sandbox.Stats;
import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.activity.Activity.MessageCreated;
import com.dmverify.sandbox.activity.Activity.MessagesRead;
import com.dmverify.sandbox.activity.Activity.TypingIndicated;
import com.dmverify.sandbox.limit.FreeReplies;
import com.dmverify.sandbox.message.Conversations;
import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.message.Draft;
import com.dmverify.sandbox.message.Messages;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.person.Snowflakes;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores accepted DMs and publishes their activities. */
@Component
public class MessageDelivery {

    private final Messages messages;
    private final ActivityPublisher publisher;
    private final Stats stats;
    private final Apps apps;
    private final FreeReplies freeReplies;
    private final Snowflakes ids;
    private final Clock clock;

    MessageDelivery(
            Messages messages,
            ActivityPublisher publisher,
            Stats stats,
            Apps apps,
            FreeReplies freeReplies,
            Snowflakes ids,
            Clock clock) {
        this.apps = apps;
        this.freeReplies = freeReplies;
        this.messages = messages;
        this.publisher = publisher;
        this.stats = stats;
        this.ids = ids;
        this.clock = clock;
    }

    /** Accepts a message; {@code appId} is {@code null} if a user wrote it by hand. */
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
            to.forEach(recipient -> freeReplies.open(recipient, sender.id()));
        }
        if (appId != null) {
            stats.dm(messages.isRepetition(message));
        }
        publisher.publish(new MessageCreated(message, sender, recipients));
        return message;
    }

    /** Publishes that the reader has read the writer's messages up to this one. */
    public void read(Person reader, Person writer, long lastId) {
        publisher.publish(new MessagesRead(reader, writer, lastId));
    }

    public void typing(Person writer, Person reader) {
        publisher.publish(new TypingIndicated(writer, reader));
    }
}
