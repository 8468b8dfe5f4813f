package com.dmverify.x.webhook;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Recognises events that carry a private message, also of families that are not documented yet. Of such an event no
 * JSON is kept: ours carry codes, and those of others are private.
 */
final class Messages {

    private static final Pattern FAMILY = Pattern.compile("message|conversation|(?:^|[._])(?:dm|chat)s?(?:[._]|$)");

    /** Fields that only messages have, in any of X's API versions. */
    private static final Set<String> FIELDS = Set.of(
            "message_create", "message_data", "message", "messages", "dm_event", "dm_conversation_id", "encoded_event");

    private static final Set<String> SENDERS = Set.of("sender_id", "sender");

    private Messages() {}

    /** Whether the family or a field says so, or one of us is named as the sender of something. */
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
