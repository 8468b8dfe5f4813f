package com.dmverify.x.webhook;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Recognises events that hold a private message, also of undocumented families. Their JSON is not kept: our messages
 * hold codes, and those of other people are private.
 */
final class PrivateMessages {

    private static final Pattern FAMILY = Pattern.compile("message|conversation|(?:^|[._])(?:dm|chat)s?(?:[._]|$)");

    /** Fields that only messages have, in any version of X's APIs. */
    private static final Set<String> FIELDS = Set.of(
            "message_create", "message_data", "message", "messages", "dm_event", "dm_conversation_id", "encoded_event");

    private static final Set<String> SENDERS = Set.of("sender_id", "sender");

    private PrivateMessages() {}

    /** Whether the family or a field indicates a message, or one of our accounts is a sender in it. */
    static boolean isOne(String family, JsonNode event, Predicate<String> isOurs) {
        return FAMILY.matcher(family.toLowerCase(Locale.ROOT)).find() || holdsOne(event, isOurs);
    }

    private static boolean holdsOne(JsonNode node, Predicate<String> isOurs) {
        return node.propertyStream()
                        .anyMatch(property -> FIELDS.contains(property.getKey())
                                || (SENDERS.contains(property.getKey())
                                        && property.getValue()
                                                .asStringOpt()
                                                .filter(isOurs)
                                                .isPresent()))
                || node.valueStream().anyMatch(child -> holdsOne(child, isOurs));
    }
}
