package com.dmverify.sandbox.v2.dm;

import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.media.Media;
import com.dmverify.sandbox.media.MediaStore;
import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.people.People;
import com.dmverify.sandbox.portrait.V2User;
import com.dmverify.sandbox.v2.V2Parameters;
import com.dmverify.sandbox.wire.Fields;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code includes}: what {@code expansions} asks for besides the events. */
@Component
class V2Includes {

    private final People people;
    private final V2User users;
    private final MediaStore media;

    V2Includes(People people, V2User users, MediaStore media) {
        this.people = people;
        this.users = users;
        this.media = media;
    }

    @Nullable
    Fields of(Attempt attempt, List<DirectMessage> messages) {
        Set<String> expansions = V2Parameters.list(attempt.call(), "expansions");
        Fields includes = new Fields();
        if (expansions.contains("sender_id")) {
            includes.with("users", senders(attempt, messages));
        }
        if (expansions.contains("attachments.media_keys")) {
            List<Fields> attached = attached(messages);
            includes.with("media", attached.isEmpty() ? null : attached);
        }
        return includes.isEmpty() ? null : includes;
    }

    private List<Fields> senders(Attempt attempt, List<DirectMessage> messages) {
        Set<String> fields = V2Parameters.list(attempt.call(), "user.fields");
        return messages.stream()
                .map(DirectMessage::sender)
                .distinct()
                .flatMap(id -> people.byId(id).stream())
                .map(person -> users.of(person, fields, attempt.me()))
                .toList();
    }

    private List<Fields> attached(List<DirectMessage> messages) {
        return messages.stream()
                .flatMap(V2Includes::keys)
                .distinct()
                .flatMap(key -> media.byKey(key).stream())
                .map(V2Includes::portrait)
                .toList();
    }

    private static Stream<String> keys(DirectMessage message) {
        return message.extras().get("v2_attachments") instanceof Fields attachments
                        && attachments.get("media_keys") instanceof List<?> keys
                ? keys.stream().map(Object::toString)
                : Stream.empty();
    }

    private static Fields portrait(Media media) {
        return Fields.of("media_key", media.key()).with("type", media.kind());
    }
}
