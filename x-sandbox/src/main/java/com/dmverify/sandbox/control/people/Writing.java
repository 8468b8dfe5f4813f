package com.dmverify.sandbox.control.people;

import com.dmverify.sandbox.control.Complaint;
import com.dmverify.sandbox.control.Instruction;
import com.dmverify.sandbox.message.Draft;
import com.dmverify.sandbox.message.Messages;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.welcome.WelcomeMessages;
import com.dmverify.sandbox.welcome.WelcomeRule;
import com.dmverify.sandbox.wire.Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What a user writes by hand, and what made the user write: a post's button, a greeting, an option that was tapped. */
@Component
class Writing {

    private static final Set<String> KNOWN = Set.of("text", "tweet_id", "welcome_message_id", "quick_reply_metadata");

    private final Messages messages;
    private final WelcomeMessages welcomes;

    Writing(Messages messages, WelcomeMessages welcomes) {
        this.messages = messages;
        this.welcomes = welcomes;
    }

    Draft read(Instruction instruction, Person user, Person brand) {
        JsonNode body = instruction.body(KNOWN);
        String text = Instruction.text(body, "text")
                .filter(written -> !written.isBlank() && !Draft.isTooLong(written))
                .orElseThrow(() -> Complaint.badRequest("\"text\" must have 1 to 10000 characters."));
        Map<String, Object> extras = new LinkedHashMap<>();
        Fields beginning = beginning(body, user, brand);
        if (!beginning.isEmpty()) {
            extras.put(Draft.INITIATED_VIA, beginning);
        }
        Instruction.text(body, "quick_reply_metadata")
                .ifPresent(metadata -> extras.put(
                        "quick_reply_response", Fields.of("type", "options").with("metadata", metadata)));
        return Draft.to(brand.id(), text, extras);
    }

    /** Whoever writes for the first time to a brand that greets has seen its greeting. */
    private Fields beginning(JsonNode body, Person user, Person brand) {
        Optional<String> greeting = Instruction.text(body, "welcome_message_id")
                .or(() -> messages.hasWritten(user.id(), brand.id())
                        ? Optional.empty()
                        : welcomes.ruleOf(brand.id())
                                .map(WelcomeRule::welcomeMessageId)
                                .map(id -> Long.toString(id)));
        return new Fields()
                .with("tweet_id", Instruction.text(body, "tweet_id").orElse(null))
                .with("welcome_message_id", greeting.orElse(null));
    }
}
