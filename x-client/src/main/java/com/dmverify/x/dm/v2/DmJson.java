package com.dmverify.x.dm.v2;

import com.dmverify.x.UserId;
import com.dmverify.x.XUser;
import com.dmverify.x.json.Json;
import com.dmverify.x.json.MessageText;
import com.dmverify.x.page.Page;
import com.dmverify.x.user.UserJson;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads events of v2. */
final class DmJson {

    private DmJson() {}

    /** An empty list has no {@code data}, but always {@code meta}. */
    static DmPage page(JsonNode body, Instant now) {
        JsonNode meta = Json.child(body, "meta");
        List<DmEvent> events =
                Json.each(body.path("data"), event -> event(event, now)).toList();
        return page(
                new Page<>(events, Json.textOrNull(meta, "next_token")), body, Json.textOrNull(meta, "previous_token"));
    }

    static DmPage single(JsonNode body, Instant now) {
        return page(new Page<>(List.of(event(Json.child(body, "data"), now)), null), body, null);
    }

    private static DmPage page(Page<DmEvent> events, JsonNode body, @Nullable String previous) {
        JsonNode includes = body.path("includes");
        return new DmPage(
                events,
                previous,
                Json.each(includes.path("users"), DmJson::user)
                        .flatMap(user -> user)
                        .toList(),
                Json.each(includes.path("media"), DmJson::media).toList());
    }

    private static DmEvent event(JsonNode event, Instant now) {
        return new DmEvent(
                Json.text(event, "id"),
                Json.text(event, "event_type"),
                Json.optionalText(event, "text").map(MessageText::unescaped).orElse(null),
                event.has("sender_id") ? new UserId(Json.text(event, "sender_id")) : null,
                event.has("created_at") ? Json.iso(event, "created_at", now) : null,
                event.has("dm_conversation_id") ? new ConversationId(Json.text(event, "dm_conversation_id")) : null,
                texts(event.path("participant_ids")).map(UserId::new).toList(),
                texts(event.path("attachments").path("media_keys")).toList(),
                referencedPosts(event));
    }

    // X renamed tweets to posts and sends both names.
    private static List<String> referencedPosts(JsonNode event) {
        return Stream.of("referenced_tweets", "referenced_posts")
                .flatMap(name -> Json.each(event.path(name), post -> Json.text(post, "id")))
                .distinct()
                .toList();
    }

    // A user with an old, longer handle cannot be represented; the messages are returned without this user.
    private static Stream<XUser> user(JsonNode user) {
        try {
            return Stream.of(UserJson.v2(user));
        } catch (IllegalArgumentException _) {
            return Stream.empty();
        }
    }

    private static DmPage.Media media(JsonNode media) {
        return new DmPage.Media(
                Json.text(media, "media_key"),
                Json.optionalText(media, "type").orElse(""),
                Json.textOrNull(media, "url"));
    }

    private static Stream<String> texts(JsonNode array) {
        return Json.each(array, text -> text.asString(""));
    }
}
