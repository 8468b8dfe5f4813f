package com.dmverify.sandbox.v2.dm;

import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.json.V2UserJson;
import com.dmverify.sandbox.media.Media;
import com.dmverify.sandbox.media.MediaStore;
import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.person.People;
import com.dmverify.sandbox.v2.V2Parameters;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes {@code includes}: the requested {@code expansions}. */
@Component
class V2Includes {

    private final People people;
    private final V2UserJson users;
    private final MediaStore media;

    V2Includes(People people, V2UserJson users, MediaStore media) {
        this.people = people;
        this.users = users;
        this.media = media;
    }

    @Nullable
    JsonObject of(ApiRequest request, List<DirectMessage> messages) {
        Set<String> expansions = V2Parameters.list(request.call(), "expansions");
        JsonObject includes = new JsonObject();
        if (expansions.contains("sender_id")) {
            includes.with("users", senders(request, messages));
        }
        if (expansions.contains("attachments.media_keys")) {
            List<JsonObject> attached = attached(messages);
            includes.with("media", attached.isEmpty() ? null : attached);
        }
        return includes.isEmpty() ? null : includes;
    }

    private List<JsonObject> senders(ApiRequest request, List<DirectMessage> messages) {
        Set<String> fields = V2Parameters.list(request.call(), "user.fields");
        return messages.stream()
                .map(DirectMessage::sender)
                .distinct()
                .flatMap(id -> people.byId(id).stream())
                .map(person -> users.of(person, fields, request.me()))
                .toList();
    }

    private List<JsonObject> attached(List<DirectMessage> messages) {
        return messages.stream()
                .flatMap(V2Includes::keys)
                .distinct()
                .flatMap(key -> media.byKey(key).stream())
                .map(V2Includes::toJson)
                .toList();
    }

    private static Stream<String> keys(DirectMessage message) {
        return message.extras().get("v2_attachments") instanceof JsonObject attachments
                        && attachments.get("media_keys") instanceof List<?> keys
                ? keys.stream().map(Object::toString)
                : Stream.empty();
    }

    private static JsonObject toJson(Media media) {
        return JsonObject.of("media_key", media.key()).with("type", media.kind());
    }
}
