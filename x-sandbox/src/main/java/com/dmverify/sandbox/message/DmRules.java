package com.dmverify.sandbox.message;

import com.dmverify.sandbox.person.DmSetting;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.person.SocialGraph;
import org.springframework.stereotype.Component;

/**
 * Decides who may send DMs to whom. Accounts that the recipient follows and accounts that the recipient wrote to may send; a
 * block prevents all messages; otherwise the recipient's setting decides (help.x.com, "About Direct Messages").
 */
@Component
public class DmRules {

    private final SocialGraph graph;
    private final Messages messages;

    DmRules(SocialGraph graph, Messages messages) {
        this.graph = graph;
        this.messages = messages;
    }

    public DmPermission mayWrite(Person sender, Person recipient) {
        if (sender.id() == recipient.id()) {
            return DmPermission.ALLOWED;
        }
        if (graph.isBlockedEitherWay(sender.id(), recipient.id())) {
            return DmPermission.CLOSED;
        }
        if (recipient.dmSetting() == DmSetting.EVERYONE
                || graph.follows().has(recipient.id(), sender.id())
                || messages.hasWritten(recipient.id(), sender.id())) {
            return DmPermission.ALLOWED;
        }
        if (recipient.dmSetting() == DmSetting.NOBODY) {
            return DmPermission.NOT_FOLLOWING;
        }
        return sender.verified() ? DmPermission.ALLOWED : DmPermission.CLOSED;
    }

    /** Whether a message of this sender is a message request. */
    public boolean isRequest(long sender, long recipient) {
        return sender != recipient
                && !graph.follows().has(recipient, sender)
                && !messages.hasWritten(recipient, sender);
    }

    /** Whether the sender may send, or why not. */
    public enum DmPermission {
        ALLOWED,
        /** The recipient accepts messages only from accounts that they follow. */
        NOT_FOLLOWING,
        CLOSED
    }
}
