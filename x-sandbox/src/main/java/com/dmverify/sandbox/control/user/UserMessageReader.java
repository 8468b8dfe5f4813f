package com.dmverify.sandbox.control.user;

import com.dmverify.sandbox.control.ControlProblem;
import com.dmverify.sandbox.control.ControlRequest;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.message.Draft;
import com.dmverify.sandbox.message.Messages;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.welcome.WelcomeMessages;
import com.dmverify.sandbox.welcome.WelcomeRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads a user's message and its origin: a post's button, a welcome message or a quick reply option. */
@Component
class UserMessageReader {

    private static final Set<String> KNOWN = Set.of("text", "tweet_id", "welcome_message_id", "quick_reply_metadata");

    private final Messages messages;
    private final WelcomeMessages welcomes;

    UserMessageReader(Messages messages, WelcomeMessages welcomes) {
        this.messages = messages;
        this.welcomes = welcomes;
    }

    Draft read(ControlRequest request, Person user, Person brand) {
        JsonNode body = request.body(KNOWN);
        String text = ControlRequest.text(body, "text")
                .filter(written -> !written.isBlank() && !Draft.isTooLong(written))
                .orElseThrow(() -> ControlProblem.badRequest("\"text\" must have 1 to 10000 characters."));
        Map<String, Object> extras = new LinkedHashMap<>();
        JsonObject beginning = beginning(body, user, brand);
        if (!beginning.isEmpty()) {
            extras.put(Draft.INITIATED_VIA, beginning);
        }
        ControlRequest.text(body, "quick_reply_metadata")
                .ifPresent(metadata -> extras.put(
                        "quick_reply_response", JsonObject.of("type", "options").with("metadata", metadata)));
        return Draft.to(brand.id(), text, extras);
    }

    /** A user who writes to the brand for the first time has seen its welcome message. */
    private JsonObject beginning(JsonNode body, Person user, Person brand) {
        Optional<String> greeting = ControlRequest.text(body, "welcome_message_id")
                .or(() -> messages.hasWritten(user.id(), brand.id())
                        ? Optional.empty()
                        : welcomes.ruleOf(brand.id())
                                .map(WelcomeRule::welcomeMessageId)
                                .map(id -> Long.toString(id)));
        return new JsonObject()
                .with("tweet_id", ControlRequest.text(body, "tweet_id").orElse(null))
                .with("welcome_message_id", greeting.orElse(null));
    }
}
