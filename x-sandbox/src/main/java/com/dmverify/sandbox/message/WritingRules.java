package com.dmverify.sandbox.message;

import com.dmverify.sandbox.people.DmSetting;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.people.SocialGraph;
import org.springframework.stereotype.Component;

/**
 * Who may write to whom. Accounts that the recipient follows always may, an answer always may, a block closes
 * everything; otherwise the recipient's setting decides (help.x.com, "About Direct Messages").
 */
@Component
public class WritingRules {

    private final SocialGraph graph;
    private final Messages messages;

    WritingRules(SocialGraph graph, Messages messages) {
        this.graph = graph;
        this.messages = messages;
    }

    public Verdict mayWrite(Person sender, Person recipient) {
        if (sender.id() == recipient.id()) {
            return Verdict.YES;
        }
        if (graph.isShut(sender.id(), recipient.id())) {
            return Verdict.CLOSED;
        }
        if (recipient.dmSetting() == DmSetting.EVERYONE
                || graph.follows().has(recipient.id(), sender.id())
                || messages.hasWritten(recipient.id(), sender.id())) {
            return Verdict.YES;
        }
        if (recipient.dmSetting() == DmSetting.NOBODY) {
            return Verdict.NOT_FOLLOWING;
        }
        return sender.verified() ? Verdict.YES : Verdict.CLOSED;
    }

    /** Whether a message of this sender waits among the requests instead of in the inbox. */
    public boolean isRequest(long sender, long recipient) {
        return sender != recipient
                && !graph.follows().has(recipient, sender)
                && !messages.hasWritten(recipient, sender);
    }

    /** The answer. */
    public enum Verdict {
        YES,
        /** The recipient takes messages only from accounts that the recipient follows. */
        NOT_FOLLOWING,
        CLOSED
    }
}
